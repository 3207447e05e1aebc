package io.github.gradiospring.test.testcontainers;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Answers everything with one status. */
final class ConfigServer implements AutoCloseable {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	ConfigServer(int status) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			this.requests.add(request.uri());
			return response.status(status).send();
		}).bindNow();
	}

	InetSocketAddress address() {
		return new InetSocketAddress("127.0.0.1", this.server.port());
	}

	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
