package io.github.gradiospring.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * line per scenario, a rate per second, the same for any Gradio server; a session that is
 * not served ends it.
 */
final class LoadRun {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String TEXT = "\"hello\"";

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
		Duration duration = Duration.ofSeconds(Long.parseLong(args[2]));
		load.readFunctions();
		for (String scenario : List.of(args).subList(3, args.length)) {
			System.out.println(scenario + " " + load.run(scenario, duration));
		}
		System.exit(0);
	}

	/** Runs a scenario after a warm-up of its own. */
	private String run(String scenario, Duration duration) {
		return switch (scenario) {
			case "echo" -> {
				loop("echo", 16, duration);
				yield loop("echo", 16, duration);
			}
			case "sessions" -> {
				atOnce("echo", 100);
				yield atOnce("echo", 1_000);
			}
			case "tokens" -> {
				tokens(20_000, duration);
				yield tokens(20_000, duration);
			}
			case "waiting-100" -> {
				atOnce("slow", 100);
				yield atOnce("slow", 100);
			}
			case "waiting-3000" -> atOnce("slow", 3_000);
			case "waiting-10000" -> atOnce("slow", 10_000);
			default -> throw new IllegalArgumentException("Unknown scenario " + scenario);
		};
	}

	private void readFunctions() {
		String config = this.http.get().uri("/config").responseContent().aggregate().asString().block();
		for (JsonNode dependency : JSON.readTree(config).path("dependencies")) {
			this.functions.put(dependency.path("api_name").asString(), dependency.path("id").asInt());
		}
	}

	private String loop(String function, int sessionCount, Duration duration) {
		Mono<Integer> one = Mono.defer(() -> call(function, TEXT, "s" + this.sessions.incrementAndGet(), 1));
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		AtomicLong done = new AtomicLong();
		Flux.range(0, sessionCount)
			.flatMap(
					(index) -> one.doOnNext((messages) -> done.incrementAndGet()).repeat(() -> System.nanoTime() < end),
					sessionCount)
			.blockLast();
		return rate(done.get(), start);
	}

	private String atOnce(String function, int sessionCount) {
		long start = System.nanoTime();
		Long done = Flux.range(0, sessionCount)
			.flatMap((index) -> call(function, TEXT, "a" + this.sessions.incrementAndGet(), 1), sessionCount)
			.count()
			.block();
		return rate(Objects.requireNonNull(done), start);
	}

	private String tokens(int count, Duration duration) {
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		long done = 0;
		while (System.nanoTime() < end) {
			call("tokens", Integer.toString(count), "t" + this.sessions.incrementAndGet(), count).block();
			done += count;
		}
		return rate(done, start);
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

	private static String rate(long count, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		return "%.1f".formatted(count / seconds);
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
