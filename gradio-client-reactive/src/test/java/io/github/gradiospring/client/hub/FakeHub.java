package io.github.gradiospring.client.hub;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * Stands in for the Hub, which tests do not reach: answers with the shapes that the
 * official clients document, over HTTP after {@link #start}, or in virtual time as an
 * {@link ExchangeFunction}. Each route gives its answers in turn, and the last one again
 * and again; other routes are unknown. The token is {@link #TOKEN}; private Spaces are
 * not there without it.
 */
public final class FakeHub implements ExchangeFunction, AutoCloseable {

	/** The token of the account <code>me</code>. */
	public static final String TOKEN = "hf_test_token_1234";

	private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private volatile DisposableServer server;

	/** Adds an answer to a route, such as <code>GET /api/spaces/a/b/runtime</code>. */
	public FakeHub on(String route, int status, String body) {
		return on(route, new Answer(status, body, Map.of()));
	}

	public FakeHub on(String route, Answer answer) {
		this.answers.computeIfAbsent(route, (key) -> new ConcurrentLinkedQueue<>()).add(answer);
		return this;
	}

	/** Adds a Space whose stages are these, one for each question. */
	public FakeHub space(String name, String host, String... stages) {
		on("GET /api/spaces/" + name + "/host", 200, """
				{"subdomain": "%s", "host": "%s"}""".formatted(name.replace('/', '-'), host));
		for (String stage : stages) {
			on("GET /api/spaces/" + name + "/runtime", 200, runtime(stage, "cpu-basic", "cpu-basic"));
		}
		return this;
	}

	/** Adds the answer for the account of the token. */
	public FakeHub account() {
		return on("GET /api/whoami-v2", 200, """
				{"type": "user", "id": "123", "name": "me", "orgs": [], "auth": {"type": "access_token"}}""");
	}

	/** The document of a Space's runtime. */
	public static String runtime(String stage, String current, String requested) {
		return """
				{"stage": "%s", "hardware": {"current": %s, "requested": %s}, "storage": null, "gcTimeout": 86400,
				"replicas": {"current": 1, "requested": 1}, "devMode": false, "domains": []}""".formatted(stage,
				quoted(current), quoted(requested));
	}

	private static String quoted(String text) {
		return (text != null) ? '"' + text + '"' : "null";
	}

	/** The requests so far, as method and path. */
	public List<String> routes() {
		return this.requests.stream().map(Request::route).toList();
	}

	/** The requests of a route so far. */
	public List<Request> requests(String route) {
		return this.requests.stream().filter((request) -> request.route().equals(route)).toList();
	}

	/** Opens a port of this machine; gives the address. */
	public String start() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request,
					response) -> request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
						Answer answer = answer(new Request(route(request), authorization(request), body));
						answer.headers().forEach(response::header);
						return response.status(answer.status())
							.header("Content-Type", "application/json")
							.sendString(Mono.just(answer.body()))
							.then();
					}))
			.bindNow();
		return "http://127.0.0.1:" + this.server.port();
	}

	private static String route(HttpServerRequest request) {
		return request.method().name() + " " + request.uri();
	}

	private static String authorization(HttpServerRequest request) {
		return request.requestHeaders().get("Authorization");
	}

	@Override
	public Mono<ClientResponse> exchange(ClientRequest request) {
		return Mono.defer(() -> {
			URI uri = request.url();
			MockClientHttpRequest body = new MockClientHttpRequest(request.method(), uri);
			return request.writeTo((ClientHttpRequest) body, ExchangeStrategies.withDefaults())
				.then(Mono.defer(body::getBodyAsString))
				.onErrorReturn("")
				.defaultIfEmpty("")
				.map((text) -> answer(new Request(request.method().name() + " " + uri.getRawPath(),
						request.headers().getFirst(HttpHeaders.AUTHORIZATION), text)))
				.map((answer) -> ClientResponse.create(HttpStatusCode.valueOf(answer.status()))
					.headers((headers) -> answer.headers().forEach(headers::set))
					.body(answer.body())
					.build());
		});
	}

	private Answer answer(Request request) {
		this.requests.add(request);
		if (request.authorization() != null && !request.authorization().equals("Bearer " + TOKEN)) {
			return new Answer(401, "{\"error\": \"Invalid credentials in Authorization header\"}",
					Map.of("X-Error-Message", "Invalid credentials in Authorization header"));
		}
		if (request.route().contains("/private-") && request.authorization() == null) {
			return new Answer(401, "{\"error\": \"Invalid username or password.\"}",
					Map.of("X-Error-Code", "RepoNotFound"));
		}
		Queue<Answer> all = this.answers.getOrDefault(request.route(), new ArrayDeque<>());
		Answer answer = (all.size() > 1) ? all.poll() : all.peek();
		return (answer != null) ? answer : new Answer(404, "{\"error\": \"Repository not found\"}",
				Map.of("X-Error-Code", "RepoNotFound", "X-Error-Message", "Repository not found"));
	}

	@Override
	public void close() {
		if (this.server != null) {
			this.server.disposeNow();
		}
	}

	/** All that was sent, to look for secrets in it. */
	public List<String> tokensSent() {
		List<String> tokens = new ArrayList<>();
		this.requests.forEach((request) -> tokens.add(String.valueOf(request.authorization())));
		return tokens;
	}

	/**
	 * An answer.
	 *
	 * @param status the status
	 * @param body the JSON
	 * @param headers further headers
	 */
	public record Answer(int status, String body, Map<String, String> headers) {
	}

	/**
	 * A request that was made.
	 *
	 * @param route method and path
	 * @param authorization the header, {@code null} without one
	 * @param body what was sent
	 */
	public record Request(String route, String authorization, String body) {
	}

}
