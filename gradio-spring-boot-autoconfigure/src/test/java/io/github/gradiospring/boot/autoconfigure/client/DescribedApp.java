package io.github.gradiospring.boot.autoconfigure.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** A Gradio app that says what it is, and does nothing. */
final class DescribedApp implements AutoCloseable {

	private static final String CONFIG = """
			{"version": "6.31.0", "api_prefix": "/gradio_api", "protocol": "sse_v3", "mode": "blocks",
			 "components": [{"id": 1, "type": "textbox", "props": {}}],
			 "dependencies": [{"id": 0, "api_name": "greet", "inputs": [1], "outputs": [1], "api_visibility": "public"}]}
			""";

	private static final String INFO = """
			{"named_endpoints": {"/greet": {
			  "parameters": [{"label": "Name", "parameter_name": "name", "parameter_has_default": false,
			    "type": {"type": "string"}, "component": "Textbox"}],
			  "returns": [{"label": "Greeting", "type": {"type": "string"}, "component": "Textbox"}]}},
			 "unnamed_endpoints": {}}
			""";

	private final List<HttpHeaders> requests = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	DescribedApp() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).route(this::routes).bindNow();
	}

	private void routes(HttpServerRoutes routes) {
		json(routes, "/config", CONFIG);
		json(routes, "/gradio_api/info", INFO);
	}

	private void json(HttpServerRoutes routes, String path, String json) {
		routes.get(path, (request, response) -> {
			this.requests.add(request.requestHeaders());
			return response.header("Content-Type", "application/json").sendString(Mono.just(json));
		});
	}

	String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	List<HttpHeaders> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
