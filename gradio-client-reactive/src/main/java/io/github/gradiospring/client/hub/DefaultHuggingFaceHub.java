package io.github.gradiospring.client.hub;

import java.net.URI;

import io.github.gradiospring.client.error.NotAGradioAppException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The Hub by its HTTP API, with the routes and answers that the official clients use.
 */
public final class DefaultHuggingFaceHub implements HuggingFaceHub {

	/** Where the Hub is. */
	public static final String URL = "https://huggingface.co";

	private final HubApi api;

	private final SpaceMonitor monitor;

	private final SpaceDuplicator duplicator;

	private final @Nullable String token;

	/**
	 * Prepares requests to the Hub.
	 * @param webClient what makes them; cloned
	 * @param url the address of the Hub
	 * @param token the token, {@code null} for public Spaces only
	 * @param scheduler measures the time between questions
	 */
	public DefaultHuggingFaceHub(WebClient.Builder webClient, String url, @Nullable String token, Scheduler scheduler) {
		this.api = new HubApi(webClient, url, token);
		this.monitor = new SpaceMonitor(this.api, webClient, token, scheduler);
		this.duplicator = new SpaceDuplicator(this.api);
		this.token = token;
	}

	/**
	 * The Hub at its own address.
	 * @param webClient what makes requests; cloned
	 * @param token the token, {@code null} for public Spaces only
	 * @return the Hub
	 */
	public static HuggingFaceHub create(WebClient.Builder webClient, @Nullable String token) {
		return new DefaultHuggingFaceHub(webClient, URL, token, Schedulers.parallel());
	}

	@Override
	public Mono<SpaceAddress> resolve(String space) {
		return name(space).flatMap((name) -> root(name).flatMap((
				root) -> this.monitor.follow(name, Mono.just(root)).last().flatMap((status) -> switch (status.stage()) {
					case RUNNING, UNKNOWN -> Mono.just(new SpaceAddress(name, root, this.token));
					case PAUSED -> Mono.error(new NotAGradioAppException(
							"The Space %s is paused; its owner can restart it.".formatted(name)));
					default -> Mono.error(new NotAGradioAppException(
							"The Space %s does not run: %s.".formatted(name, status.detail())));
				})));
	}

	@Override
	public Flux<SpaceStatus> status(String space) {
		return name(space).flatMapMany((name) -> this.monitor.follow(name, root(name)));
	}

	@Override
	public Mono<String> duplicate(DuplicateRequest request) {
		return name(request.from()).flatMap((from) -> this.duplicator.duplicate(from, request));
	}

	/** An app's own address says the name only to the Hub, since both use dashes. */
	private Mono<String> name(String space) {
		return Mono.defer(() -> {
			SpaceNames.Reference reference = SpaceNames.parse(space, this.api.host());
			return (reference.name() != null) ? Mono.just(reference.name())
					: this.api.get("spaces/by-subdomain/" + reference.subdomain()).map(DefaultHuggingFaceHub::id);
		});
	}

	private static String id(JsonNode answer) {
		String id = answer.path("id").asString("");
		if (!SpaceNames.isName(id)) {
			throw new NotAGradioAppException("The Hub does not say which Space this is.");
		}
		return id;
	}

	private Mono<URI> root(String name) {
		return this.api.get("spaces/" + name + "/host").map((answer) -> {
			String subdomain = answer.path("subdomain").asString(SpaceNames.subdomain(name));
			String host = answer.path("host").asString("");
			return root(name, host.isEmpty() ? "https://" + subdomain + ".hf.space" : host);
		});
	}

	private static URI root(String name, String host) {
		try {
			URI root = URI.create(host.endsWith("/") ? host : host + "/");
			if (root.getHost() != null) {
				return root;
			}
		}
		catch (IllegalArgumentException ex) {
			// As below
		}
		throw new NotAGradioAppException("The Hub does not say where the Space %s is.".formatted(name));
	}

}
