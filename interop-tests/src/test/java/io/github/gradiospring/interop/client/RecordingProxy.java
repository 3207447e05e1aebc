package io.github.gradiospring.interop.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/** Stands between a client and a server, and remembers what the client asked for. */
public final class RecordingProxy implements AutoCloseable {

	private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

	private final AtomicInteger openStreams = new AtomicInteger();

	private final AtomicInteger mostStreams = new AtomicInteger();

	private final AtomicInteger openHeartbeats = new AtomicInteger();

	private final ConnectionProvider connections = ConnectionProvider.builder("recording-proxy")
		.maxConnections(2000)
		.pendingAcquireMaxCount(-1)
		.build();

	private final HttpClient client = HttpClient.create(this.connections);

	private final String target;

	private final DisposableServer server;

	private RecordingProxy(String target) {
		this.target = target;
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::forward).bindNow();
	}

	/**
	 * Starts a proxy.
	 * @param target the URL of the server
	 * @return the proxy
	 */
	public static RecordingProxy to(String target) {
		return new RecordingProxy(target);
	}

	/**
	 * The URL that clients are given.
	 * @return the URL, no slash at the end
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/**
	 * The requests so far to routes whose address has a text in it.
	 * @param part the text
	 * @return the requests in order
	 */
	public List<Exchange> requests(String part) {
		return this.exchanges.stream().filter((exchange) -> exchange.uri().contains(part)).toList();
	}

	/** How many streams of messages are open. */
	public int openStreams() {
		return this.openStreams.get();
	}

	/** How many were open at the same time at most. */
	public int mostStreams() {
		return this.mostStreams.get();
	}

	/** How many heartbeats are open. */
	public int openHeartbeats() {
		return this.openHeartbeats.get();
	}

	private Mono<Void> forward(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]).flatMap((body) -> {
			this.exchanges.add(new Exchange(request.method().name(), request.uri(), request.requestHeaders().copy(),
					new String(body, StandardCharsets.UTF_8)));
			Mono<Void> exchange = exchange(request, body, response);
			if (request.uri().contains("/queue/data")) {
				return counted(exchange, this.openStreams);
			}
			return request.uri().contains("/heartbeat/") ? counted(exchange, this.openHeartbeats) : exchange;
		});
	}

	private Mono<Void> counted(Mono<Void> exchange, AtomicInteger open) {
		return Mono.defer(() -> {
			int now = open.incrementAndGet();
			if (open == this.openStreams) {
				this.mostStreams.accumulateAndGet(now, Math::max);
			}
			return exchange.doFinally((signal) -> open.decrementAndGet());
		});
	}

	private Mono<Void> exchange(HttpServerRequest request, byte[] body, HttpServerResponse response) {
		return this.client.headers((headers) -> {
			headers.set(request.requestHeaders()).remove(HttpHeaderNames.TRANSFER_ENCODING);
			headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
		})
			.request(request.method())
			.uri(this.target + request.uri())
			.send(ByteBufFlux.fromInbound(Mono.just(body)))
			.response((answer, content) -> response.status(answer.status())
				.headers(answer.responseHeaders())
				.send(content.retain(), (buffer) -> true)
				.then())
			.then();
	}

	@Override
	public void close() {
		this.server.disposeNow(Duration.ofSeconds(5));
		this.connections.dispose();
	}

	/**
	 * One request.
	 *
	 * @param method the method
	 * @param uri path and query
	 * @param headers the headers
	 * @param body the body as text
	 */
	public record Exchange(String method, String uri, HttpHeaders headers, String body) {
	}

}
