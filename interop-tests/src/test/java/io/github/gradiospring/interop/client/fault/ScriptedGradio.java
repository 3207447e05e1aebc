package io.github.gradiospring.interop.client.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A server that says what a test tells it to, lies included. It has two endpoints,
 * {@code /echo} and {@code /other}, one text in and one text out; jobs are called
 * {@code e1}, {@code e2} and so on.
 */
final class ScriptedGradio implements AutoCloseable {

	private static final String CONFIG = """
			{"version": "6.31.0", "protocol": "%s", "api_prefix": "/gradio_api", "mode": "blocks", "root": "%s",
			"connect_heartbeat": false, "title": "Scripted", "is_space": false, "enable_queue": true,
			"components": [
			{"id": 1, "type": "textbox", "props": {"name": "textbox", "label": "text"}, "skip_api": false},
			{"id": 2, "type": "textbox", "props": {"name": "textbox", "label": "result"}, "skip_api": false}],
			"dependencies": [%s, %s]}
			""";

	private static final String DEPENDENCY = """
			{"id": %d, "targets": [], "inputs": [1], "outputs": [2], "backend_fn": true, "queue": true,
			"api_name": "%s", "api_visibility": "public", "batch": false, "cancels": [], "connection": "sse",
			"types": {"generator": false, "cancel": false}}
			""";

	private static final String INFO = """
			{"named_endpoints": {"/echo": %s, "/other": %s}, "unnamed_endpoints": {}}
			""";

	private static final String ENDPOINT = """
			{"parameters": [{"label": "text", "parameter_name": "text", "parameter_has_default": false,
			"parameter_default": null, "type": {"type": "string"}, "component": "Textbox",
			"python_type": {"type": "str", "description": ""}, "example_input": "x"}],
			"returns": [{"label": "result", "type": {"type": "string"}, "component": "Textbox",
			"python_type": {"type": "str", "description": ""}}], "api_visibility": "public", "description": ""}
			""";

	private final AtomicInteger jobs = new AtomicInteger();

	private final AtomicInteger openStreams = new AtomicInteger();

	private final AtomicInteger streams = new AtomicInteger();

	private final List<String> lastEventIds = new CopyOnWriteArrayList<>();

	private final List<String> cancelled = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private Sinks.Many<String> stream = newStream();

	private volatile Connection connection;

	private volatile String protocol = "sse_v3";

	private volatile Function<String, Answer> onJoin = (id) -> {
		say(Messages.completed(id, "\"" + id + "\""));
		return Answer.accepted(id);
	};

	ScriptedGradio() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
	}

	private static Sinks.Many<String> newStream() {
		return Sinks.many().unicast().onBackpressureBuffer();
	}

	String url() {
		return "http://127.0.0.1:" + port();
	}

	int port() {
		return this.server.port();
	}

	/** Names another event flow. */
	ScriptedGradio speaking(String protocol) {
		this.protocol = protocol;
		return this;
	}

	/** Says what happens at a join; by default the job is done with its own name. */
	ScriptedGradio onJoin(Function<String, Answer> script) {
		this.onJoin = script;
		return this;
	}

	/** Sends a message, as soon as there is a stream to send it on. */
	void say(String message) {
		sayRaw("data: " + message.strip().replace("\n", " ") + "\n\n");
	}

	synchronized void sayRaw(String text) {
		this.stream.emitNext(text, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(5)));
	}

	/** Ends the stream as it should end, and begins a new one. */
	synchronized void endStream() {
		say(Messages.CLOSE_STREAM);
		endStreamWithoutAWord();
	}

	synchronized void endStreamWithoutAWord() {
		Sinks.Many<String> ended = this.stream;
		this.stream = newStream();
		ended.tryEmitComplete();
	}

	/** Breaks the connection of the stream in the middle of it. */
	void cutStream() {
		Connection broken = this.connection;
		synchronized (this) {
			this.stream = newStream();
		}
		broken.channel().close();
	}

	int openStreams() {
		return this.openStreams.get();
	}

	/** How many streams there have been. */
	int streams() {
		return this.streams.get();
	}

	/** Where clients wanted to go on. */
	List<String> lastEventIds() {
		return this.lastEventIds;
	}

	List<String> cancelled() {
		return this.cancelled;
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		String path = request.path();
		return switch (path) {
			case "config" -> json(response, CONFIG.formatted(this.protocol, url(), DEPENDENCY.formatted(0, "echo"),
					DEPENDENCY.formatted(1, "other")));
			case "gradio_api/info" -> json(response, INFO.formatted(ENDPOINT, ENDPOINT));
			case "gradio_api/queue/join" -> body(request).flatMap((body) -> join(response));
			case "gradio_api/queue/data" -> {
				String lastEventId = request.requestHeaders().get("Last-Event-ID");
				if (lastEventId != null) {
					this.lastEventIds.add(lastEventId);
				}
				yield stream(response);
			}
			case "gradio_api/cancel" -> body(request).flatMap((body) -> {
				this.cancelled.add(body);
				return json(response, "{\"success\": true}");
			});
			case "gradio_api/reset" -> body(request).flatMap((body) -> json(response, "{\"success\": true}"));
			default -> response.sendNotFound();
		};
	}

	private static Mono<String> body(HttpServerRequest request) {
		return request.receive().aggregate().asString().defaultIfEmpty("");
	}

	private Mono<Void> join(HttpServerResponse response) {
		Answer answer = this.onJoin.apply("e" + this.jobs.incrementAndGet());
		answer.headers().forEach(response::header);
		return answer.delay().then(Mono.defer(() -> json(response.status(answer.status()), answer.body())));
	}

	private Mono<Void> stream(HttpServerResponse response) {
		Sinks.Many<String> current;
		synchronized (this) {
			current = this.stream;
		}
		this.openStreams.incrementAndGet();
		this.streams.incrementAndGet();
		response.withConnection((connection) -> this.connection = connection);
		Flux<String> messages = current.asFlux().doFinally((signal) -> ended(current));
		return response.header(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
			.send(messages.map((text) -> Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8))),
					(buffer) -> true)
			.then();
	}

	private void ended(Sinks.Many<String> ended) {
		synchronized (this) {
			if (this.stream == ended) {
				this.stream = newStream();
			}
		}
		this.openStreams.decrementAndGet();
	}

	private static Mono<Void> json(HttpServerResponse response, String body) {
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json").sendString(Mono.just(body)).then();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
	}

	/**
	 * The answer to a join.
	 *
	 * @param status the status
	 * @param body the body
	 * @param headers further headers
	 * @param delay what it waits for
	 */
	record Answer(int status, String body, Map<String, String> headers, Mono<Void> delay) {

		static Answer accepted(String eventId) {
			return new Answer(200, "{\"event_id\": \"%s\"}".formatted(eventId), Map.of(), Mono.empty());
		}

		static Answer refused(int status, String body) {
			return new Answer(status, body, Map.of(), Mono.empty());
		}

		Answer with(String header, String value) {
			return new Answer(this.status, this.body, Map.of(header, value), this.delay);
		}

		Answer after(Mono<Void> delay) {
			return new Answer(this.status, this.body, this.headers, delay);
		}

	}

}
