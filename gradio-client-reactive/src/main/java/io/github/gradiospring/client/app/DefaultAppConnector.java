package io.github.gradiospring.client.app;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.client.http.DefaultGradioHttp;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.config.GradioConfig;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Connects once, for all who ask meanwhile, and again when something speaks for it. */
public final class DefaultAppConnector implements AppConnector {

	private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

	private final Mono<DefaultGradioHttp> address;

	private final @Nullable Login login;

	private final Duration patience;

	private final AtomicReference<Mono<ConnectedApp>> current = new AtomicReference<>();

	/**
	 * Prepares to connect.
	 * @param address how to reach the app; asked once
	 * @param login the login, {@code null} for an app without one
	 * @param patience how long each answer may take
	 */
	public DefaultAppConnector(Mono<DefaultGradioHttp> address, @Nullable Login login, Duration patience) {
		this.address = address;
		this.login = login;
		this.patience = patience;
		this.current.set(keep(Mono.defer(this::open)));
	}

	@Override
	public Mono<ConnectedApp> connect() {
		return Mono.defer(() -> Objects.requireNonNull(this.current.get()));
	}

	@Override
	public void refresh() {
		Mono<ConnectedApp> known = Objects.requireNonNull(this.current.get());
		// Whoever was first has seen the same trouble
		this.current.compareAndSet(known, keep(known.flatMap(this::refreshed)));
	}

	private Mono<ConnectedApp> refreshed(ConnectedApp known) {
		return known.http()
			.get(known.http().api("app_id"))
			.map((answer) -> answer.path("app_id").asString(""))
			.timeout(this.patience)
			.onErrorReturn("")
			.flatMap((id) -> id.equals(String.valueOf(known.app().config().appId())) ? Mono.just(known)
					: Mono.defer(this::open))
			// What was known before is not kept behind what is known now
			.doOnNext((app) -> this.current.set(Mono.just(app)));
	}

	private Mono<ConnectedApp> open() {
		return this.address.flatMap((http) -> ((this.login != null) ? patient(this.login.at(http)) : Mono.<Void>empty())
			.then(Mono.defer(() -> read(http))));
	}

	/** A server may accept a connection and fall silent. */
	private <T> Mono<T> patient(Mono<T> answer) {
		return answer.timeout(this.patience).onErrorMap(TimeoutException.class, HttpErrors::of);
	}

	private Mono<ConnectedApp> read(DefaultGradioHttp http) {
		return patient(http.get(http.root().resolve("config"))).onErrorMap((ex) -> notFound(ex, http.root()))
			.flatMap((document) -> {
				GradioConfig config = AppDocuments.config(document);
				GradioHttp api = http.withApiPrefix(AppDocuments.apiPrefix(document));
				Mono<JsonNode> info = patient(api.get(api.api("info?serialize=False")));
				return info
					.map((described) -> new ConnectedApp(api, AppDocuments.app(config, AppDocuments.info(described))));
			});
	}

	private static Throwable notFound(Throwable failure, URI root) {
		if (failure instanceof UnknownEndpointException) {
			return new NotAGradioAppException("There is no Gradio app at %s.".formatted(root), failure);
		}
		return (failure instanceof ConnectionLostException)
				? new NotAGradioAppException("Nothing answers at %s.".formatted(root), failure) : failure;
	}

	private static Mono<ConnectedApp> keep(Mono<ConnectedApp> connection) {
		return connection
			.onErrorMap((ex) -> !(ex instanceof GradioClientException),
					(ex) -> new NotAGradioAppException("The app could not be asked: " + ex.getMessage(), ex))
			.cache((app) -> FOREVER, (ex) -> Duration.ZERO, () -> Duration.ZERO);
	}

}
