package io.github.gradiospring.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load: sessions that join, follow their stream to its end and join again. Prints one
 * line per scenario, a rate per second, the same for any Gradio server.
 */
final class LoadRun {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http;

	private final Map<String, Integer> functions = new ConcurrentHashMap<>();

	private final AtomicInteger sessions = new AtomicInteger();

	private LoadRun(String baseUrl) {
		ConnectionProvider connections = ConnectionProvider.builder("load")
			.maxConnections(20_000)
			.pendingAcquireMaxCount(-1)
			.build();
		this.http = HttpClient.create(connections).baseUrl(baseUrl).responseTimeout(Duration.ofMinutes(10));
	}

	public static void main(String[] args) {
		LoadRun load = new LoadRun(args[1]);
		load.readFunctions();
		switch (args[2]) {
			case "echo" -> load.loop("echo", "\"hello\"", 16, Duration.ofSeconds(Long.parseLong(args[3])));
			case "sessions" -> load.atOnce("echo", "\"hello\"", Integer.parseInt(args[3]));
			case "waiting" -> load.atOnce("slow", "\"hello\"", Integer.parseInt(args[3]));
			case "tokens" -> load.tokens(Integer.parseInt(args[3]));
			default -> throw new IllegalArgumentException("Unknown scenario " + args[2]);
		}
		System.exit(0);
	}

	private void readFunctions() {
		String config = this.http.get().uri("/config").responseContent().aggregate().asString().block();
		for (JsonNode dependency : JSON.readTree(config).path("dependencies")) {
			this.functions.put(dependency.path("api_name").asString(), dependency.path("id").asInt());
		}
	}

	private void loop(String function, String data, int sessionCount, Duration duration) {
		Mono<Integer> one = Mono.defer(() -> call(function, data, "s" + this.sessions.incrementAndGet(), 1));
		one.repeat(200).then().block();
		long end = System.nanoTime() + duration.toNanos();
		AtomicLong done = new AtomicLong();
		long start = System.nanoTime();
		Flux.range(0, sessionCount)
			.flatMap(
					(index) -> one.doOnNext((messages) -> done.incrementAndGet()).repeat(() -> System.nanoTime() < end),
					sessionCount)
			.blockLast();
		print(done.get(), start);
	}

	private void atOnce(String function, String data, int sessionCount) {
		long start = System.nanoTime();
		Long done = Flux.range(0, sessionCount)
			.flatMap((index) -> call(function, data, "a" + this.sessions.incrementAndGet(), 1)
				.onErrorResume((ex) -> Mono.empty()), sessionCount)
			.count()
			.block();
		if (done == null || done < sessionCount) {
			System.out.println("lost " + (sessionCount - ((done != null) ? done : 0)));
		}
		print((done != null) ? done : 0, start);
	}

	private void tokens(int count) {
		call("tokens", "200", "warm" + this.sessions.incrementAndGet(), 200).block();
		long start = System.nanoTime();
		call("tokens", Integer.toString(count), "t" + this.sessions.incrementAndGet(), count).block();
		print(count, start);
	}

	private Mono<Integer> call(String function, String data, String session, int expected) {
		String body = "{\"data\":[%s],\"fn_index\":%d,\"session_hash\":\"%s\"}".formatted(data,
				this.functions.get(function), session);
		return this.http.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
			.post()
			.uri("/gradio_api/queue/join")
			.send(ByteBufFlux.fromString(Mono.just(body)))
			.responseSingle((response, content) -> content.asString().map((text) -> {
				if (response.status().code() != 200) {
					throw new IllegalStateException(response.status() + " " + text);
				}
				return text;
			}))
			.then(this.http.get()
				.uri("/gradio_api/queue/data?session_hash=" + session)
				.responseContent()
				.asString()
				.reduce(new Outcome(), Outcome::add)
				.map((outcome) -> outcome.require(expected)));
	}

	private static void print(long count, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("%d in %.2f s: %.1f/s%n", count, seconds, count / seconds);
	}

	/** What the stream of a session said, counted without parsing it. */
	private static final class Outcome {

		private String tail = "";

		private int completed;

		private int generated;

		Outcome add(String chunk) {
			String text = this.tail + chunk;
			int end = text.lastIndexOf("\n\n") + 1;
			this.completed += count(text, end, "\"process_completed\"");
			this.generated += count(text, end, "\"process_generating\"");
			this.tail = text.substring(end);
			return this;
		}

		int require(int expected) {
			if (this.completed != 1 || (expected > 1 && this.generated != expected)) {
				throw new IllegalStateException(
						"%d completed, %d of %d generated".formatted(this.completed, this.generated, expected));
			}
			return this.completed;
		}

		private static int count(String text, int end, String word) {
			int count = 0;
			for (int at = text.indexOf(word); at >= 0 && at < end; at = text.indexOf(word, at + word.length())) {
				count++;
			}
			return count;
		}

	}

}
