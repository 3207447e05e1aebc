package io.github.gradiospring.client;

import io.github.gradiospring.client.app.ApiDescription;
import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.call.EndpointCalls;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.error.ClientClosedException;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.protocol.file.FileData;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/** Delegates to the rooms of this module. */
final class DefaultGradioClient implements GradioClient {

	private final EndpointCalls calls;

	private final FileTransfer files;

	private final Mono<Void> connections;

	private volatile boolean closed;

	/**
	 * Puts a client together.
	 * @param calls what calls are made with
	 * @param files what files are transferred with
	 * @param connections closes the connections
	 */
	DefaultGradioClient(EndpointCalls calls, FileTransfer files, Mono<Void> connections) {
		this.calls = calls;
		this.files = files;
		this.connections = connections;
	}

	@Override
	public EndpointSpec endpoint(String name) {
		return this.calls.call((app) -> app.endpoint(name));
	}

	@Override
	public EndpointSpec endpoint(int fnIndex) {
		return this.calls.call((app) -> app.endpoint(fnIndex));
	}

	@Override
	public EndpointSpec endpoint() {
		return this.calls.call(GradioApp::onlyEndpoint);
	}

	@Override
	public Mono<GradioApp> app() {
		return connected().map(ConnectedApp::app);
	}

	@Override
	public Mono<ApiDescription> viewApi() {
		return app().map((app) -> new ApiDescription(app.info()));
	}

	@Override
	public Flux<DataBuffer> content(FileData file) {
		return connected().flatMapMany((app) -> this.files.content(app, file));
	}

	private Mono<ConnectedApp> connected() {
		return Mono.defer(() -> this.closed ? Mono.error(new ClientClosedException("The client was closed."))
				: this.calls.connector().connect());
	}

	@Override
	public String sessionHash() {
		return this.calls.session().sessionHash();
	}

	@Override
	public void resetSession() {
		this.calls.session().reset();
	}

	@Override
	public Mono<Void> close() {
		return Mono.defer(() -> {
			this.closed = true;
			return this.calls.session().close().then(this.connections);
		});
	}

}
