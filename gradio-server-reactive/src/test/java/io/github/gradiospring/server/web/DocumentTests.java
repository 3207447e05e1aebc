package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTests {

	private static final String PORT = "http://127.0.0.1:<port>";

	private final TestServer server = new TestServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void configHasTheRecordedKeys() {
		this.server.endpoints.addGreet();
		this.server.options.title("Conformance fixtures");
		JsonNode config = get("/config");
		JsonNode recorded = Recording.load("config_server_mode").json(0);
		assertThat(config.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
		for (String name : List.of("version", "api_prefix", "protocol", "mode", "enable_queue", "space_id", "pages",
				"username", "title", "body_css")) {
			assertThat(config.get(name)).as(name).isEqualTo(Recording.load("config_fixtures_main").json(0).get(name));
		}
		assertThat(config.get("app_id").intValue()).isPositive();
		assertThat(config.get("max_file_size").isNull()).isTrue();
	}

	@Test
	void dependenciesAreAsRecorded() {
		JsonNode recorded = Recording.load("config_fixtures_main").json(0).get("dependencies");
		this.server.endpoints.add("calculator", DocumentTests::numbers)
			.add("count", (count) -> numbers(count).generator(true))
			.add("fast", (fast) -> numbers(fast).queued(false))
			.add("undocumented", (hidden) -> numbers(hidden).visibility(ApiVisibility.UNDOCUMENTED))
			.add("batch", (batch) -> numbers(batch).queue(new QueuePolicy("b", 1, true, 4, null, null)))
			.add("stream_chunks",
					(chunks) -> numbers(chunks).chunkedInput(true)
						.streamEvery(Duration.ofMillis(100))
						.queue(new QueuePolicy("c", 1, false, 4, null, Duration.ofSeconds(3))));
		JsonNode config = get("/config");
		for (JsonNode dependency : config.get("dependencies").values()) {
			JsonNode expected = recorded.values()
				.stream()
				.filter((candidate) -> candidate.get("api_name").equals(dependency.get("api_name")))
				.findFirst()
				.orElseThrow();
			assertThat(dependency.propertyNames()).containsExactlyElementsOf(expected.propertyNames());
			for (String name : expected.propertyNames()) {
				if (!List.of("id", "inputs", "outputs", "targets").contains(name)) {
					assertThat(dependency.get(name)).as(dependency.get("api_name") + " " + name)
						.isEqualTo(expected.get(name));
				}
			}
			JsonNode target = dependency.get("targets").get(0);
			assertThat(component(config, target.get(0).intValue()).get("type").stringValue()).isEqualTo("button");
			// A button cannot stream, so what a webcam triggers there is a click here
			assertThat(target.get(1).stringValue()).isEqualTo("click");
		}
	}

	@Test
	void aCancellingDependencyHasNoFunction() {
		this.server.endpoints.add("iterate", DocumentTests::numbers)
			.add("stop", (stop) -> stop.function(null).cancels("iterate"));
		JsonNode config = get("/config");
		JsonNode stop = config.get("dependencies").get(1);
		assertThat(stop.get("types")).isEqualTo(TestEndpoints.json("{'generator':false,'cancel':true}"));
		assertThat(stop.get("cancels")).isEqualTo(TestEndpoints.json("[0]"));
		assertThat(stop.get("backend_fn").booleanValue()).isFalse();
		assertThat(stop.get("queue").booleanValue()).isFalse();
		assertThat(stop.get("api_visibility").stringValue()).isEqualTo("private");
		assertThat(get("/gradio_api/info?all_endpoints=True").get("named_endpoints").has("/stop")).isFalse();
	}

	@Test
	void everyComponentHasAPlace() {
		this.server.endpoints.addGreet().addCounter("a", true).addCounter("b", false);
		JsonNode config = get("/config");
		List<Integer> ids = config.get("components").values().stream().map((c) -> c.get("id").intValue()).toList();
		assertThat(ids).doesNotHaveDuplicates().doesNotContain(config.get("layout").get("id").intValue());
		assertThat(config.get("layout").get("children").values().stream().map((c) -> c.get("id").intValue()))
			.containsExactlyElementsOf(ids);
		assertThat(config.get("page").get("").get("components").values().stream().map(JsonNode::intValue))
			.containsExactlyElementsOf(ids);
		JsonNode first = config.get("dependencies").get(1);
		JsonNode second = config.get("dependencies").get(2);
		// Both share the state
		assertThat(first.get("inputs").get(0)).isEqualTo(second.get("outputs").get(0));
		JsonNode state = component(config, first.get("inputs").get(0).intValue());
		assertThat(state.get("skip_api").booleanValue()).isTrue();
		assertThat(state.has("api_info")).isFalse();
		JsonNode text = component(config, config.get("dependencies").get(0).get("inputs").get(0).intValue());
		assertThat(text.get("type").stringValue()).isEqualTo("textbox");
		assertThat(text.get("props").get("name").stringValue()).isEqualTo("textbox");
		assertThat(text.get("api_info_as_input")).isEqualTo(TestEndpoints.json("{'type':'string'}"));
		assertThat(text.get("example_inputs").stringValue()).isEqualTo("Hello!!");
	}

	static Stream<Endpoint.Builder> endpointsWithSessions() {
		return Stream.of(Endpoint.builder("x").input(TestEndpoints.state("s")),
				Endpoint.builder("x").chunkedInput(true),
				Endpoint.builder("x").cache(new CachePolicy(true, 1, Duration.ofMinutes(1))));
	}

	@ParameterizedTest
	@MethodSource("endpointsWithSessions")
	void clientsHoldAHeartbeatWhenThereIsSomethingToKeep(Endpoint.Builder endpoint) {
		this.server.endpoints.addGreet()
			.add("cached", (cached) -> cached.cache(new CachePolicy(false, 1, Duration.ofMinutes(1))));
		assertThat(get("/config").get("connect_heartbeat").booleanValue()).isFalse();
		this.server.endpoints.add("x", (x) -> endpoint.function((call) -> null));
		assertThat(get("/config").get("connect_heartbeat").booleanValue()).isTrue();
	}

	@Test
	void serverModeHasNoTargets() {
		JsonNode recorded = Recording.load("config_server_mode").json(0);
		addServerEndpoints();
		JsonNode config = get("/config");
		for (int i = 0; i < config.get("components").size(); i++) {
			JsonNode expected = recorded.get("components").get(i);
			JsonNode actual = config.get("components").get(i);
			for (String name : List.of("type", "props", "skip_api", "key", "api_info", "api_info_as_input",
					"api_info_as_output", "example_inputs")) {
				assertThat(actual.get(name)).as(name).isEqualTo(expected.get(name));
			}
		}
		for (int i = 0; i < 2; i++) {
			JsonNode expected = recorded.get("dependencies").get(i);
			JsonNode actual = config.get("dependencies").get(i);
			for (String name : List.of("id", "targets", "show_progress", "api_name", "trigger_mode", "connection")) {
				assertThat(actual.get(name)).as(name).isEqualTo(expected.get(name));
			}
		}
	}

	@Test
	void infoIsAsRecorded() {
		this.server.endpoints.addGreet()
			.add("no_input",
					(endpoint) -> endpoint.output(TestEndpoints.output("result", TestEndpoints.textbox("result"))))
			.addCounter("increment_with_queue", true);
		JsonNode info = get("/gradio_api/info");
		JsonNode recorded = Recording.load("info_fixtures_main").json(0);
		JsonNode snippets = Recording.load("info_code_snippets").json(0);
		assertThat(info.get("unnamed_endpoints")).isEqualTo(TestEndpoints.json("{}"));
		for (String name : List.of("/greet", "/no_input", "/increment_with_queue")) {
			JsonNode endpoint = info.get("named_endpoints").get(name);
			for (String part : List.of("parameters", "returns", "api_visibility", "description")) {
				assertThat(endpoint.get(part)).as(name + " " + part)
					.isEqualTo(recorded.get("named_endpoints").get(name).get(part));
			}
			if (snippets.has(name)) {
				assertThat(withPort(endpoint.get("code_snippets"))).isEqualTo(snippets.get(name));
			}
		}
	}

	@Test
	void infoOfServerModeIsAsRecorded() {
		addServerEndpoints();
		JsonNode info = get("/gradio_api/info").get("named_endpoints");
		JsonNode recorded = Recording.load("info_server").json(0).get("named_endpoints");
		for (String name : List.of("/hello", "/typed_add")) {
			assertThat(withPort(info.get(name))).isEqualTo(recorded.get(name));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "True", "true", "1" })
	void infoOfAllEndpointsHasUndocumentedOnes(String all) {
		this.server.endpoints.addGreet()
			.add("undocumented", (hidden) -> numbers(hidden).visibility(ApiVisibility.UNDOCUMENTED))
			.add("private", (hidden) -> numbers(hidden).visibility(ApiVisibility.PRIVATE));
		assertThat(get("/gradio_api/info?serialize=False").get("named_endpoints").propertyNames())
			.containsExactly("/greet");
		JsonNode endpoints = get("/gradio_api/info?all_endpoints=" + all).get("named_endpoints");
		assertThat(endpoints.propertyNames()).containsExactly("/greet", "/undocumented");
		assertThat(endpoints.get("/greet").has("code_snippets")).isFalse();
	}

	@Test
	void openApiHasTheRecordedRoutes() {
		JsonNode recorded = Recording.load("openapi_json").json(0);
		this.server.endpoints
			.add("predict",
					(predict) -> predict.input(TestEndpoints.text("name", "name"))
						.input(TestEndpoints.input("n", TestEndpoints.component("slider", "n",
								"{'type':'number','description':'numeric value between 1 and 5'}", "float", "1"), "2"))
						.output(TestEndpoints.output("output", TestEndpoints.textbox("output"))));
		JsonNode document = get("/gradio_api/openapi.json");
		assertThat(document.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
		assertThat(document.get("openapi")).isEqualTo(recorded.get("openapi"));
		assertThat(document.get("paths").propertyNames())
			.containsExactlyElementsOf(recorded.get("paths").propertyNames());
		String call = "/paths/~1gradio_api~1call~1v2~1predict/post/requestBody";
		assertThat(document.at(call)).isEqualTo(recorded.at(call)).isNotEmpty();
		String operation = "/paths/~1gradio_api~1call~1v2~1predict/post/operationId";
		assertThat(document.at(operation)).isEqualTo(recorded.at(operation));
	}

	@Test
	void snippetsQuoteValues() {
		ParameterInfo text = new ParameterInfo("t", "t", false, null, TestEndpoints.json("{}"),
				TestEndpoints.textbox("t").pythonInputType(), "Textbox",
				GradioProtocol.jsonMapper().valueToTree("it's \"x\"\n"));
		assertThat(PythonSnippet.write("/x", List.of(text), "http://h")).contains("\tt=\"it's \\\"x\\\"\\n\",\n");
		assertThat(BashSnippet.write("/x", List.of(text), "http://h"))
			.contains("-d '{\"t\": \"it'\\''s \\\"x\\\"\\n\"}'");
	}

	@Test
	void snippetsUploadFiles() {
		JsonNode file = TestEndpoints.json(
				"{'path':'https://h/f.pdf','meta':{'_type':'gradio.FileData'},'orig_name':'f.pdf','url':'https://h/f.pdf'}");
		ParameterInfo one = new ParameterInfo("file", "file", false, null, TestEndpoints.json("{}"),
				new PythonType("filepath", ""), "File", file);
		ParameterInfo many = new ParameterInfo("files", "files", false, null, TestEndpoints.json("{}"),
				new PythonType("list[filepath]", ""), "File", JsonNodes.array(List.of(file)));
		assertThat(PythonSnippet.write("/f", List.of(many, one), "http://h"))
			.startsWith("from gradio_client import Client, handle_file\n")
			.contains("\tfiles=[handle_file('https://h/f.pdf')],\n\tfile=handle_file('https://h/f.pdf'),\n");
		assertThat(JavaScriptSnippet.write("/f", List.of(many, one), "http://h"))
			.contains("files: [handle_file(\"https://h/f.pdf\")],")
			.contains("file: handle_file(\"https://h/f.pdf\"),");
		assertThat(BashSnippet.write("/f", List.of(one), "http://h"))
			.startsWith("FILE_PATH=$(curl -s -X POST http://h/gradio_api/upload -F 'files=@/path/to/your/file'"
					+ " | tr -d '[]\" ')\n\n")
			.contains("-d '{\"file\": {\"path\": \"'$FILE_PATH'\", \"meta\": {\"_type\": \"gradio.FileData\"}}}'");
		assertThat(CliSnippet.write("/f", List.of(many), "http://h")).contains("""
				{
				  "files": [
				    {
				      "path": "https://h/f.pdf",
				      "meta": {
				        "_type": "gradio.FileData"
				      }
				    }
				  ]
				}""");
	}

	@Test
	void theUserCannotChangeTheDocument() {
		JsonTemplate template = JsonTemplate.of(List.of(JsonTemplate.ROOT + "/x", JsonTemplate.USER, "é"));
		assertThat(new String(template.render("http://h/\"", "a\"b"), StandardCharsets.UTF_8))
			.isEqualTo("[\"http://h/\\\"/x\",\"a\\\"b\",\"é\"]");
		assertThat(new String(template.render("", null), StandardCharsets.UTF_8)).isEqualTo("[\"/x\",null,\"é\"]");
	}

	private void addServerEndpoints() {
		this.server.options.mode("server");
		this.server.endpoints
			.add("hello",
					(hello) -> hello.description("Says hello.")
						.input(TestEndpoints.input("name", api("1st", "{'type':'string'}", "str", "'...'")))
						.output(TestEndpoints.output("output", api("1st", "{}", "Any", "'...'"))))
			.add("typed_add",
					(add) -> add.description("Adds two numbers.")
						.input(TestEndpoints.input("a", api("1st", "{'type':'integer'}", "int", "'...'")))
						.input(TestEndpoints.input("b",
								api("2nd", "{'type':'number'}", "float", "2.5").withProp("value",
										TestEndpoints.json("2.5")),
								"2.5"))
						.input(TestEndpoints.input("tags",
								api("3rd", "{'oneOf':[{'type':'null'},{'type':'array','items':{'type':'string'}}]}",
										"None | list[str]", "'...'"),
								"null"))
						.output(TestEndpoints.output("output", api("1st", "{}", "Any", "'...'"))));
	}

	private static ComponentDescription api(String label, String schema, String pythonType, String example) {
		return TestEndpoints.component("api", label, schema, pythonType, example)
			.withProp("_api_info", TestEndpoints.json(schema))
			.withProp("_selectable", TestEndpoints.json("false"));
	}

	private static Endpoint.Builder numbers(Endpoint.Builder endpoint) {
		return endpoint.input(TestEndpoints.input("num1", TestEndpoints.number("num1")))
			.output(TestEndpoints.output("output", TestEndpoints.number("output")));
	}

	private static JsonNode component(JsonNode config, int id) {
		return config.get("components")
			.values()
			.stream()
			.filter((component) -> component.get("id").intValue() == id)
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode withPort(JsonNode json) {
		return GradioProtocol.jsonMapper().readTree(json.toString().replace("http://recorded", PORT));
	}

	private JsonNode get(String path) {
		this.server.options.rootUrl("http://recorded");
		return Replay.json(this.server.client()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Type", "application/json")
			.expectBody()
			.returnResult());
	}

}
