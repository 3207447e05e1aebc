package io.github.gradiospring.client.file;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.http.DefaultGradioHttp;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

/** A scripted server, and a connection to it as to an app. */
final class TestApp implements AutoCloseable {

	static final String TOKEN = "hf_app_token";

	private final DisposableServer server;

	private final List<Seen> requests = new CopyOnWriteArrayList<>();

	TestApp(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> script) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			this.requests.add(new Seen(request.method().name() + " " + request.uri(),
					request.requestHeaders().get("Authorization"), request.requestHeaders().get("Cookie"),
					request.requestHeaders().get("X-Extra")));
			return script.apply(request, response);
		}).bindNow();
	}

	/** A server that answers each path with a text. */
	static TestApp serving(Map<String, String> texts) {
		return new TestApp((request, response) -> {
			String text = texts.get(request.uri());
			return (text != null) ? response.sendString(Mono.just(text)) : response.sendNotFound();
		});
	}

	int port() {
		return this.server.port();
	}

	String url() {
		return "http://127.0.0.1:" + port();
	}

	List<Seen> requests() {
		return this.requests;
	}

	ConnectedApp app() {
		return app(null);
	}

	/** The app below a path of its server, which takes files of this size. */
	ConnectedApp app(Long maxFileSize) {
		DefaultGradioHttp http = DefaultGradioHttp.create(URI.create(url() + "/mount/"), WebClient.builder(), TOKEN,
				(headers) -> {
					headers.set("Cookie", "session=s3cret");
					headers.set("X-Extra", "extra");
				}, DataSize.ofMegabytes(1));
		GradioConfig config = GradioConfig.builder().maxFileSize(maxFileSize).build();
		return new ConnectedApp(http, new GradioApp(config, ApiInfo.of(Map.of()), List.of()));
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request that came.
	 *
	 * @param route method and path
	 * @param authorization the header
	 * @param cookie the header
	 * @param extra the header
	 */
	record Seen(String route, String authorization, String cookie, String extra) {
	}

}
