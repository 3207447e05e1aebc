package io.github.gradiospring.server.web;

import io.github.gradiospring.server.endpoint.DefaultInputValidator;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.file.LocalFileStore;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;

/** The routes with what a test puts behind them. */
final class TestServer implements AutoCloseable {

	final TestEndpoints endpoints = new TestEndpoints();

	final TestQueue queue = new TestQueue();

	final TestLog log = new TestLog();

	final TestSessions sessions = new TestSessions();

	final WebOptions.Builder options = WebOptions.builder();

	LocalFileStore files = LocalFileStore.builder().build();

	EndpointExecutor executor = (endpoint, events) -> Flux.empty();

	CallStatistics statistics = new CallStatistics();

	private DisposableServer server;

	GradioRoutes routes() {
		return GradioRoutes.builder()
			.options(this.options.build())
			.registry(this.endpoints)
			.queue(this.queue)
			.eventLog(this.log)
			.executor(this.executor)
			.validator(new DefaultInputValidator())
			.files(this.files)
			.sessions(this.sessions)
			.statistics(this.statistics)
			.build();
	}

	HttpHandler handler() {
		GradioRoutes routes = routes();
		return RouterFunctions.toHttpHandler(routes.routerFunction(),
				HandlerStrategies.builder().webFilter(routes.corsFilter()).build());
	}

	/** A client without a network. */
	WebTestClient client() {
		GradioRoutes routes = routes();
		return WebTestClient.bindToRouterFunction(routes.routerFunction())
			.webFilter(routes.corsFilter())
			.configureClient()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build();
	}

	/** A real server on a free port of this machine. */
	int start() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(handler()))
			.bindNow();
		return this.server.port();
	}

	@Override
	public void close() {
		if (this.server != null) {
			this.server.disposeNow();
		}
		this.files.close();
	}

}
