package io.github.gradiospring.server.web;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import io.github.gradiospring.server.queue.QueueFullException;
import io.github.gradiospring.server.queue.QueueStoppedException;
import io.github.gradiospring.server.session.TooManySessionsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTests {

	private static final String JOIN = "{\"data\":[\"a\",\"b\"],\"fn_index\":0,\"session_hash\":\"s\"}";

	private final TestServer server = new TestServer();

	@BeforeEach
	void addEndpoint() {
		this.server.endpoints.addGreet();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void joinsWithTheRequest() {
		WebFilter login = (exchange, chain) -> chain
			.filter(exchange.mutate().principal(Mono.just((Principal) () -> "Ada")).build());
		client(login).post()
			.uri("/gradio_api/queue/join?__theme=dark&x=1&x=2")
			.header("x-custom", "c")
			.header("Cookie", "k=v")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("""
					{"data": ["Bob", "!"], "fn_index": 0, "session_hash": "s", "event_data": {"index": 3},
					  "trigger_id": 5, "unknown": []}""")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"event_id\":\"event1\"}");
		var call = this.server.queue.calls.get(0);
		assertThat(call.endpoint().name()).isEqualTo("greet");
		assertThat(call.data()).isEqualTo(List.copyOf(TestEndpoints.json("['Bob','!']").values()));
		assertThat(call.channel()).isEqualTo("s");
		assertThat(call.request().sessionHash()).isEqualTo("s");
		assertThat(call.request().headers().getFirst("X-Custom")).isEqualTo("c");
		assertThat(call.request().headers().getFirst("cookie")).isEqualTo("k=v");
		assertThat(call.request().queryParams().get("x")).containsExactly("1", "2");
		assertThat(call.request().username()).isEqualTo("Ada");
		assertThat(call.request().eventData()).isEqualTo(TestEndpoints.json("{'index': 3}"));
	}

	@Test
	void aCallHasAChannelOfItsOwn() {
		post("/gradio_api/call/greet", "{\"data\":[\"a\",\"b\"],\"session_hash\":\"curl\"}", 200);
		post("/gradio_api/call/greet/", "{\"data\":[\"a\",\"b\"]}", 200);
		post("/gradio_api/call/v2/greet", "{\"punctuation\":\"b\",\"name\":\"a\"}", 200);
		assertThat(this.server.queue.calls).hasSize(3).allSatisfy((call) -> {
			assertThat(call.channel()).isNull();
			assertThat(call.data().toString()).isEqualTo("[\"a\", \"b\"]");
		});
		assertThat(this.server.queue.calls).extracting((call) -> call.request().sessionHash())
			.containsExactly("curl", null, null);
	}

	@Test
	void componentsHaveFunctionsOfTheirOwn() {
		this.server.endpoints.add("browse",
				(builder) -> builder.input(new EndpointInput("file", "", new Folder(), false, false, null, null)));
		JsonNode config = get("/config");
		int id = 0;
		for (JsonNode component : config.path("components")) {
			id = component.path("type").asString().equals("folder") ? component.path("id").asInt() : id;
		}
		String body = "{\"component_id\":%d,\"fn_name\":\"%s\",\"session_hash\":\"s\",\"data\":[1]}";
		assertThat(post("/gradio_api/component_server", body.formatted(id, "ls"), 200))
			.isEqualTo(TestEndpoints.json("[1]"));
		assertThat(post("/gradio_api/component_server/", body.formatted(id, "rm"), 404).path("detail").asString())
			.isEqualTo("The component has no function 'rm'.");
		assertThat(post("/gradio_api/component_server", body.formatted(9999, "ls"), 404))
			.isEqualTo(TestEndpoints.json("{\"detail\":\"Function not found.\"}"));
		post("/gradio_api/component_server", "{\"fn_name\":\"ls\"}", 422);
	}

	/** A component whose frontend asks the server. */
	private static final class Folder implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return ComponentDescription.builder("folder").prop("server_fns", List.of("ls")).build();
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			return value;
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return (JsonNode) value;
		}

		@Override
		public JsonNode call(String function, JsonNode data) {
			return function.equals("ls") ? data : ComponentBinding.super.call(function, data);
		}

	}

	@Test
	void stateMayBeLeftOutOfACall() {
		this.server.endpoints.addCounter("increment", true);
		post("/gradio_api/call/increment", "{\"data\":[]}", 200);
		post("/gradio_api/call/v2/increment", "{}", 200);
		assertThat(this.server.queue.calls).extracting((call) -> call.data().toString())
			.containsExactly("[null]", "[null]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"/queue/join | {'data':[],'fn_index':9999,'session_hash':'s'} | 404 | There is no endpoint with fn_index 9999.",
			"/queue/join | {'data':[],'fn_index':-1,'session_hash':'s'} | 404 | There is no endpoint with fn_index -1.",
			"/call/nope | {'data':[]} | 404 | There is no endpoint /nope.",
			"/call/v2/nope | {} | 404 | There is no endpoint /nope.",
			"/run/nope | {'data':[]} | 404 | There is no endpoint /nope.",
			"/run/greet | {'data':[],'fn_index':9} | 404 | There is no endpoint with fn_index 9." })
	void namesAnUnknownEndpoint(String path, String body, int status, String detail) {
		assertThat(post("/gradio_api" + path, body.replace('\'', '"'), status).get("detail").stringValue())
			.isEqualTo(detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/call/v2/greet | {'name':'a'} | punctuation",
					"/call/v2/greet | {'name':'a','punctuation':'b','zzz':1} | zzz",
					"/call/greet | {'data':['a']} | punctuation", "/run/greet | {'data':['a']} | punctuation",
					"/queue/join | {'data':['a'],'fn_index':0,'session_hash':'s'} | punctuation",
					"/queue/join | {'data':['a','b','c'],'fn_index':0,'session_hash':'s'} | data",
					"/run/greet | {'data':[['a'],['b','c']],'batched':true} | data" })
	void namesAnInvalidParameter(String path, String body, String parameter) {
		JsonNode detail = post("/gradio_api" + path, body.replace('\'', '"'), 422).get("detail");
		assertThat(detail.get(0).get("__type__").stringValue()).isEqualTo("validate");
		assertThat(detail.get(0).get("is_valid").booleanValue()).isFalse();
		assertThat(detail.get(0).get("message").stringValue()).isNotEmpty();
		assertThat(detail.get(0).get("parameter_name").stringValue()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{'data':[],'fn_index':'x','session_hash':'s'} | int_parsing | fn_index",
					"{'data':[],'fn_index':1.5,'session_hash':'s'} | int_type | fn_index",
					"{'data':[],'fn_index':[],'session_hash':'s'} | int_type | fn_index",
					"{'data':[],'fn_index':0,'session_hash':5} | string_type | session_hash",
					"{'data':null,'fn_index':0,'session_hash':'s'} | list_type | data",
					"{'data':[],'fn_index':0,'session_hash':'s','batched':[]} | bool_type | batched",
					"{'data':[],'fn_index':0,'session_hash':'" + "s129" + "'} | string_too_long | session_hash" })
	void namesAnInvalidField(String body, String type, String field) {
		JsonNode problem = post("/gradio_api/queue/join", body.replace('\'', '"').replace("s129", "s".repeat(129)), 422)
			.get("detail")
			.get(0);
		assertThat(problem.get("type").stringValue()).isEqualTo(type);
		assertThat(problem.get("loc")).isEqualTo(TestEndpoints.json("['body','" + field + "']"));
		assertThat(problem.get("msg").stringValue()).isNotEmpty();
		assertThat(problem.has("input")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{not json | json_invalid", "{ | json_invalid", "[] x | json_invalid",
			"[1] | model_attributes_type", "null | model_attributes_type" })
	void explainsABodyThatIsNoObject(String body, String type) {
		assertThat(post("/gradio_api/queue/join", body, 422).get("detail").get(0).get("type").stringValue())
			.isEqualTo(type);
	}

	@Test
	void refusesALargeBody() {
		this.server.options.maxBodySize(1000);
		post("/gradio_api/queue/join", JOIN.replace("\"a\"", "\"" + "a".repeat(2000) + "\""), 413);
		assertThat(this.server.queue.calls).isEmpty();
	}

	static Stream<RuntimeException> refusals() {
		return Stream.of(new QueueFullException(1, 1), new QueueStoppedException(),
				new TooManySessionsException("Too many sessions."));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void refusesWhenThereIsNoRoom(RuntimeException refusal) {
		this.server.queue.refusal = refusal;
		assertThat(post("/gradio_api/queue/join", JOIN, 503).get("detail").stringValue())
			.isEqualTo(refusal.getMessage());
		assertThat(post("/gradio_api/call/greet", "{\"data\":[\"a\",\"b\"]}", 503).get("detail").stringValue())
			.isEqualTo(refusal.getMessage());
	}

	@Test
	void listsEveryInvalidParameter() {
		this.server.queue.refusal = new InvalidInputException(
				List.of(new InvalidInputException.InvalidParameter("name", "is short"),
						new InvalidInputException.InvalidParameter("punctuation", "is long")));
		assertThat(post("/gradio_api/queue/join", JOIN, 422).get("detail")).hasSize(2);
	}

	@Test
	void leavesOtherErrorsToTheApplication() {
		this.server.queue.refusal = new IllegalStateException("broken");
		WebFilter application = (exchange, chain) -> chain.filter(exchange).onErrorResume((ex) -> {
			exchange.getResponse().setRawStatusCode(555);
			return Mono.empty();
		});
		client(application).post()
			.uri("/gradio_api/queue/join")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JOIN)
			.exchange()
			.expectStatus()
			.isEqualTo(555);
	}

	@Test
	void cancels() {
		post("/gradio_api/cancel", "{\"event_id\":\"e\",\"session_hash\":\"s\",\"fn_index\":\"0\"}", 200);
		assertThat(this.server.queue.cancelled).containsExactly("e of s");
	}

	@Test
	void feedsChunks() {
		post("/gradio_api/stream/open", "{\"data\":[\"more\"],\"session_hash\":\"s\"}", 200);
		post("/gradio_api/stream/open/close", "{}", 200);
		assertThat(this.server.queue.fed).containsExactly("[\"more\"]", "end");
	}

	@Test
	void countsWhatWaits() {
		this.server.queue.size = 3;
		assertThat(get("/gradio_api/queue/status").get("queue_size").intValue()).isEqualTo(3);
	}

	@Test
	void tellsWhoIsLoggedIn() {
		WebFilter login = (exchange, chain) -> chain
			.filter(exchange.mutate().principal(Mono.just((Principal) () -> "Ada")).build());
		client(login).get().uri("/gradio_api/user/").exchange().expectBody(String.class).isEqualTo("\"Ada\"");
		client(login).get()
			.uri("/gradio_api/token")
			.exchange()
			.expectBody(String.class)
			.isEqualTo("{\"token\":null,\"user\":\"Ada\"}");
		EntityExchangeResult<byte[]> config = client(login).get().uri("/config").exchange().expectBody().returnResult();
		assertThat(Replay.json(config).get("username").stringValue()).isEqualTo("Ada");
	}

	@Test
	void tellsHowCallsWent() {
		for (int i = 1; i <= 100; i++) {
			this.server.statistics.record("greet", Duration.ofMillis(i * 10), i <= 75);
		}
		JsonNode greet = get("/monitoring/summary").get("functions").get("greet");
		assertThat(greet).isEqualTo(TestEndpoints.json("""
				{'success_rate': 0.75, 'process_time_percentiles': {'50th': 0.5, '90th': 0.9, '99th': 0.99},
				  'total_requests': 100}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/monitoring", "/monitoring/summary", "/monitoring/key" })
	void monitoringMayBeOff(String path) {
		this.server.options.monitoring(false);
		client().get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody(String.class)
			.isEqualTo("{\"detail\":\"Monitoring is not enabled.\"}");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /gradio_api/queue/join, POST", "POST, /config, GET", "DELETE, /gradio_api/file=x, 'GET, HEAD'",
			"GET, /gradio_api/run/greet, POST", "GET, /gradio_api/call/v2/greet/, POST" })
	void tellsWhichMethodsThereAre(String method, String path, String allow) {
		client().method(HttpMethod.valueOf(method))
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals("Allow", allow)
			.expectBody(String.class)
			.isEqualTo("{\"detail\":\"Method Not Allowed\"}");
	}

	@Test
	void redirectsAPathWithASlashTooMany() {
		this.server.options.path("/app");
		client().post()
			.uri("/app/gradio_api/queue/join/?a=b")
			.header("Host", "h.example")
			.exchange()
			.expectStatus()
			.isEqualTo(307)
			.expectHeader()
			.valueMatches("Location", "http://[a-z.:0-9]*/app/gradio_api/queue/join\\?a=b");
	}

	@Test
	void leavesOtherPathsToTheApplication() {
		var own = RouterFunctions.route(RequestPredicates.all(), (request) -> ServerResponse.ok().bodyValue("own"));
		WebTestClient client = WebTestClient.bindToRouterFunction(this.server.routes().routerFunction().and(own))
			.build();
		for (String path : List.of("/", "/gradio_apix", "/configs", "/monitoring/a/b", "/health", "/app/config")) {
			client.get().uri(path).exchange().expectBody(String.class).isEqualTo("own");
		}
		for (String path : List.of("/gradio_api", "/gradio_api/", "/gradio_api/nope", "/gradio_api/queue")) {
			client.get()
				.uri(path)
				.exchange()
				.expectStatus()
				.isNotFound()
				.expectBody(String.class)
				.isEqualTo("{\"detail\":\"Not Found\"}");
		}
	}

	static Stream<Integer> rootSteps() {
		return IntStream.range(0, 7).boxed();
	}

	@ParameterizedTest
	@MethodSource("rootSteps")
	void findsItsRootAsRecorded(int step) {
		JsonNode recorded = Recording.load("forwarded_headers").steps().get(step);
		int port = this.server.start();
		EntityExchangeResult<byte[]> answer = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.build()
			.get()
			.uri("/config")
			.headers((headers) -> recorded.get("request")
				.path("headers")
				.properties()
				.forEach((header) -> headers.set(header.getKey(), header.getValue().stringValue())))
			.exchange()
			.expectBody()
			.returnResult();
		String root = recorded.get("response").get("json").get("root").stringValue();
		assertThat(Replay.json(answer).get("root").stringValue())
			.isEqualTo(root.replace("<port>", String.valueOf(port)));
	}

	@Test
	void theRootHasThePath() {
		this.server.options.path("app/");
		assertThat(get("/app/config").get("root").stringValue()).endsWith("/app");
		this.server.options.rootUrl("https://full.example/x/");
		assertThat(get("/app/config").get("root").stringValue()).isEqualTo("https://full.example/x");
	}

	@Test
	void theRootIsTheSameWhenSpringAppliesForwardedHeaders() {
		this.server.options.path("/app");
		var routes = this.server.routes();
		var handler = WebHttpHandlerBuilder.webHandler(RouterFunctions.toWebHandler(routes.routerFunction()))
			.forwardedHeaderTransformer(new ForwardedHeaderTransformer())
			.build();
		MockServerHttpResponse response = new MockServerHttpResponse();
		handler
			.handle(MockServerHttpRequest.get("http://127.0.0.1:7860/app/config")
				.header("X-Forwarded-Host", "pub.example")
				.header("X-Forwarded-Proto", "https")
				.header("X-Forwarded-Prefix", "/sub")
				.build(), response)
			.block();
		assertThat(response.getBodyAsString().block()).contains("\"root\":\"https://pub.example/sub/app\"");
	}

	private WebTestClient client(WebFilter... filters) {
		return WebTestClient.bindToRouterFunction(this.server.routes().routerFunction()).webFilter(filters).build();
	}

	private JsonNode get(String path) {
		return Replay.json(client().get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult());
	}

	private JsonNode post(String path, String body, int status) {
		return Replay.json(client().post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult());
	}

}
