package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.web.GradioRoutes;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A Gradio app on a free port of this machine that does what a test says. It is the
 * server of this project with scripted endpoints, so it speaks the whole protocol: queue
 * and streams, {@code /call}, {@code /run}, uploads and downloads, cancellation.
 *
 * <pre class="code">
 * try (MockGradioServer server = MockGradioServer.start()) {
 *     server.endpoint("/greet").parameter("name").returns("Hello, Ada");
 *
 *     String greeting = new Greeter(server.url()).greet("Ada");
 *
 *     assertThat(greeting).isEqualTo("Hello, Ada");
 *     assertThat(server.takeCall()).isFor("/greet").hasInput("name", "Ada");
 * }
 * </pre>
 *
 * Script endpoints before the client connects, since it reads then what there is. In a
 * Spring test with properties:
 *
 * <pre class="code">
 * static final MockGradioServer server = MockGradioServer.start();
 *
 * &#64;DynamicPropertySource
 * static void gradio(DynamicPropertyRegistry registry) {
 *     registry.add("gradio.client.greeter.url", server::url);
 * }
 * </pre>
 *
 * or shorter with
 * {@link io.github.gradiospring.test.autoconfigure.AutoConfigureMockGradioServer}, and
 * without Spring with {@link MockGradioServerExtension}. Thread-safe.
 */
public final class MockGradioServer implements AutoCloseable {

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

	private final Map<String, MockEndpoint> endpoints = new LinkedHashMap<>();

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final MockApp app = new MockApp(this::nextAnswer);

	private final DisposableServer server;

	private final AtomicInteger changes = new AtomicInteger();

	/** Guarded by the endpoints, as is what they were made of. */
	private @Nullable GradioRoutes routes;

	private int changesServed;

	private MockGradioServer() {
		RouterFunction<ServerResponse> router = (request) -> routes().routerFunction().route(request);
		HttpHandler handler = RouterFunctions.toHttpHandler(router,
				HandlerStrategies.builder()
					.webFilter((exchange, chain) -> routes().corsFilter().filter(exchange, chain))
					.build());
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.doOnChannelInit((observer, channel, address) -> this.connections.add(channel))
			.handle(new ReactorHttpHandlerAdapter(handler))
			.bindNow();
	}

	/**
	 * Starts a server without endpoints.
	 * @return the server
	 */
	public static MockGradioServer start() {
		return new MockGradioServer();
	}

	/**
	 * The address of the app.
	 * @return such as {@code http://127.0.0.1:41234}
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/**
	 * An endpoint to script, a new one when there is none of this name yet.
	 * @param name the name, with or without a slash at its start
	 * @return the endpoint
	 */
	public MockEndpoint endpoint(String name) {
		String apiName = name.startsWith("/") ? name.substring(1) : name;
		synchronized (this.endpoints) {
			return this.endpoints.computeIfAbsent(apiName, (key) -> {
				changed();
				return new MockEndpoint(this, key);
			});
		}
	}

	/**
	 * The calls so far, refused ones among them; of very many only the newest.
	 * @return a copy, in their order
	 */
	public List<MockCall> calls() {
		return this.app.recorder().calls();
	}

	/**
	 * Takes the first call that was not taken yet, and waits for it 5 seconds at most.
	 * @return the call
	 * @throws AssertionError when none comes
	 */
	public MockCall takeCall() {
		return takeCall(CALL_TIMEOUT);
	}

	/**
	 * Takes the first call that was not taken yet, and waits for it.
	 * @param timeout how long to wait at most
	 * @return the call
	 * @throws AssertionError when none comes
	 */
	public MockCall takeCall(Duration timeout) {
		MockCall call = this.app.recorder().take(timeout);
		if (call == null) {
			throw new AssertionError("No call has come within " + timeout);
		}
		return call;
	}

	/**
	 * Breaks all connections. The server goes on and takes new ones.
	 */
	public void disconnect() {
		this.connections.close();
	}

	/**
	 * Forgets all answers and calls, and releases all holds. What the endpoints look like
	 * stays, so that a client that is connected can go on.
	 */
	public void reset() {
		synchronized (this.endpoints) {
			this.endpoints.values().forEach(MockEndpoint::reset);
		}
		this.app.recorder().clear();
	}

	/** Stops the server; calls that are under way end. */
	@Override
	public void close() {
		reset();
		this.app.close();
		this.connections.close().syncUninterruptibly();
		this.server.disposeNow();
	}

	/** Says that the next request finds another app; takes no lock. */
	void changed() {
		this.changes.incrementAndGet();
	}

	private GradioRoutes routes() {
		synchronized (this.endpoints) {
			GradioRoutes current = this.routes;
			int changes = this.changes.get();
			if (current == null || changes != this.changesServed) {
				List<Endpoint> list = this.endpoints.values()
					.stream()
					.map((endpoint) -> endpoint.endpoint(this.app::run))
					.toList();
				current = this.app.routes(list);
				this.routes = current;
				this.changesServed = changes;
			}
			return current;
		}
	}

	private Answer nextAnswer(Endpoint endpoint) {
		MockEndpoint scripted;
		synchronized (this.endpoints) {
			scripted = this.endpoints.get(endpoint.name());
		}
		return (scripted != null) ? scripted.nextAnswer() : new Answer(null, List.of(), List.of());
	}

}
