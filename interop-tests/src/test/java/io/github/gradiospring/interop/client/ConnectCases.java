package io.github.gradiospring.interop.client;

import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.interop.client.RecordingProxy.Exchange;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cases 1 to 7: from an address to a session. */
abstract class ConnectCases extends ClientCases {

	ConnectCases(Server server) {
		super(server);
	}

	@Test
	void case1_urlWithAndWithoutSlashAtItsEnd() {
		String url = server().url(Profile.MAIN);
		stillWorks(client(url), "/fast", "a", "fast:a");
		stillWorks(client(url + "/"), "/fast", "b", "fast:b");
	}

	@Test
	void case1_mountPath() {
		for (String url : List.of(server().mountedUrl(), server().mountedUrl() + "/")) {
			String greeting = client(url).endpoint("greet").inputs("Bob", "!").retrieve(String.class).block(LIMIT);
			assertThat(greeting).isEqualTo("Hello Bob!");
		}
	}

	@Test
	void case1_nothingListens() {
		NotAGradioAppException error = failure(NotAGradioAppException.class,
				client("http://127.0.0.1:" + Ports.free(1)).app());
		assertThat(error).hasMessageContaining("127.0.0.1");
	}

	@Test
	void case1_anotherPathOfTheServer() {
		String url = server().url(Profile.MAIN) + "/not/there";
		NotAGradioAppException error = failure(NotAGradioAppException.class,
				client(url).endpoint("/fast").inputs("x").retrieve(String.class));
		assertThat(error).hasMessageContaining("/not/there");
	}

	@Test
	void case2_readsConfig() {
		GradioApp app = client(Profile.MAIN).app().block(LIMIT);
		assertThat(app.config().protocol()).isEqualTo("sse_v3");
		assertThat(app.config().apiPrefix()).isEqualTo("/gradio_api");
		assertThat(app.config().version()).isEqualTo(System.getProperty("gradio.version"));
		assertThat(app.config().components()).isNotEmpty();
		assertThat(app.config().dependencies())
			.containsAll(app.endpoints().stream().map(AppEndpoint::dependency).toList());
		assertThat(app.endpoints()).extracting((endpoint) -> endpoint.dependency().apiName())
			.contains("greet", "undocumented", "increment_private");
		AppEndpoint increment = endpoint(app, "increment_with_queue");
		assertThat(increment.inputs()).singleElement().satisfies((slot) -> {
			assertThat(slot.state()).isTrue();
			assertThat(slot.skipped()).isTrue();
		});
		assertThat(increment.outputs()).extracting(AppEndpoint.Slot::skipped).containsExactly(true, false);
	}

	@Test
	void case2_rootNeedNotBeReachable() {
		GradioClient client = client(server().url(Profile.MAIN), (builder) -> builder.headers((headers) -> {
			headers.set("X-Forwarded-Host", "gradio.invalid");
			headers.set("X-Forwarded-Proto", "https");
		}));
		assertThat(client.app().block(LIMIT).config().root()).isEqualTo("https://gradio.invalid");
		stillWorks(client, "/spell", "ab", "ab");
	}

	@Test
	void case3_viewApiListsParametersWithTypesAndLabels() {
		EndpointInfo calculator = info(Profile.MAIN).namedEndpoints().get("/calculator");
		assertThat(calculator.parameters()).extracting(ParameterInfo::parameterName)
			.containsExactly("num1", "operation", "num2");
		assertThat(calculator.parameters()).extracting(ParameterInfo::label)
			.containsExactly("num1", "operation", "num2");
		assertThat(calculator.parameters()).extracting((parameter) -> parameter.type().path("type").asString())
			.containsExactly("number", "string", "number");
		assertThat(calculator.returns()).extracting(ReturnInfo::label).containsExactly("output");
	}

	@Test
	void case3_viewApiLeavesOutStateAndLayout() {
		ApiInfo info = info(Profile.MAIN);
		EndpointInfo counted = info.namedEndpoints().get("/greeting_counted");
		assertThat(counted.parameters()).extracting(ParameterInfo::parameterName).containsExactly("name");
		assertThat(counted.returns()).extracting(ReturnInfo::label).containsExactly("greeting", "count");
		assertThat(info.namedEndpoints().get("/increment_with_queue").parameters()).isEmpty();
	}

	@Test
	void case3_viewApiLeavesOutUndocumentedAndPrivate() {
		assertThat(info(Profile.MAIN).namedEndpoints()).containsKey("/greet")
			.doesNotContainKeys("/undocumented", "/increment_private", "/cancel_iterate");
	}

	@Test
	void case3_viewApiCanBeRead() {
		assertThat(client(Profile.MAIN).viewApi().block(LIMIT).toString()).contains("/calculator", "num1", "operation");
	}

	private ApiInfo info(Profile profile) {
		return client(profile).viewApi().block(LIMIT).info();
	}

	@Test
	void case4_headersAndCookiesGoWithEachRequest() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url(), (builder) -> builder.headers((headers) -> {
			headers.set("x-custom", "custom value");
			headers.add("Cookie", "flavour=vanilla");
			headers.set("x-gradio-user", "somebody else");
		}));
		JsonNode info = client.endpoint("/request_info").inputs("x").retrieve(JsonNode.class).block(LIMIT);
		assertThat(info.path("x_custom").asString()).isEqualTo("custom value");
		assertThat(info.path("cookie").asString()).contains("flavour=vanilla");
		assertThat(info.path("x_gradio_user").asString()).isEqualTo("api");
		assertThat(info.path("session_hash").asString()).isEqualTo(client.sessionHash());
		assertThat(proxy.requests("/")).hasSizeGreaterThan(3)
			.allSatisfy((request) -> assertThat(request.headers().get("x-custom")).isEqualTo("custom value"));
	}

	@Test
	void case4_tokenGoesAsHeader() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url(), (builder) -> builder.token("hf_secret"));
		stillWorks(client, "/fast", "x", "fast:x");
		assertThat(proxy.requests("/"))
			.allSatisfy((request) -> assertThat(token(request)).isEqualTo("Bearer hf_secret"));
		assertThat(proxy.requests("hf_secret")).isEmpty();
		assertThat(client.toString()).doesNotContain("hf_secret");
	}

	private static String token(Exchange request) {
		return request.headers()
			.get("x-hf-authorization", request.headers().get(HttpHeaderNames.AUTHORIZATION.toString(), "no token"));
	}

	@Test
	void case6_stateIsKeptInTheSessionUntilItIsReset() {
		GradioClient client = client(Profile.MAIN);
		String first = client.sessionHash();
		assertThat(increment(client)).isEqualTo(1);
		assertThat(increment(client)).isEqualTo(2);
		client.resetSession();
		assertThat(client.sessionHash()).isNotEqualTo(first);
		assertThat(increment(client)).isEqualTo(1);
	}

	@Test
	void case6_clientsDoNotShareState() {
		GradioClient one = client(Profile.MAIN);
		GradioClient other = client(Profile.MAIN);
		assertThat(increment(one)).isEqualTo(1);
		assertThat(increment(other)).isEqualTo(1);
		assertThat(increment(one)).isEqualTo(2);
	}

	@Test
	void case6_endpointsShareStateWithAndWithoutQueue() {
		GradioClient client = client(Profile.MAIN);
		assertThat(increment(client)).isEqualTo(1);
		assertThat(client.endpoint("/increment_without_queue").retrieve(Integer.class).block(LIMIT)).isEqualTo(2);
	}

	private static int increment(GradioClient client) {
		return client.endpoint("/increment_with_queue").retrieve(Integer.class).block(LIMIT);
	}

	@Test
	void case7_heartbeatEndsWithTheClient() {
		GradioClient observer = client(Profile.LIMITS);
		int before = observer.endpoint("/unload_count").retrieve(Integer.class).block(LIMIT);
		RecordingProxy proxy = proxy(Profile.LIMITS);
		GradioClient client = client(proxy.url());
		stillWorks(client, "/slow", "Bob", "Hello Bob");
		await().until(() -> proxy.openHeartbeats() == 1);
		assertThat(proxy.requests("/heartbeat/" + client.sessionHash())).hasSize(1);
		client.close().block(LIMIT);
		await().until(() -> proxy.openHeartbeats() == 0);
		await().atMost(LIMIT)
			.until(() -> observer.endpoint("/unload_count").retrieve(Integer.class).block(LIMIT) > before);
	}

	@Test
	void case7_noHeartbeatWhereNoneIsWanted() {
		RecordingProxy proxy = proxy(Profile.SERVER);
		stillWorks(client(proxy.url()), "/hello", "Bob", "Hello, Bob!");
		assertThat(proxy.requests("/heartbeat/")).isEmpty();
	}

	private static AppEndpoint endpoint(GradioApp app, String name) {
		return app.endpoints()
			.stream()
			.filter((endpoint) -> name.equals(endpoint.dependency().apiName()))
			.findFirst()
			.orElseThrow();
	}

}
