package io.github.gradiospring.client.hub;

import java.time.Duration;
import java.util.Map;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.ServerFailureException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Copies Spaces, with the requests that both official clients make. */
final class SpaceDuplicator {

	/** It is free, and has its own rules of when it sleeps. */
	private static final String BASIC_HARDWARE = "cpu-basic";

	private static final int CONFLICT = 409;

	private final HubApi api;

	SpaceDuplicator(HubApi api) {
		this.api = api;
	}

	Mono<String> duplicate(String from, DuplicateRequest request) {
		if (!this.api.isAuthorized()) {
			return Mono.error(new AuthenticationException("A Space can only be copied with a token."));
		}
		return runtime(from).flatMap((original) -> copy(from, request).flatMap((copy) -> {
			String asked = request.hardware();
			String hardware = (asked != null) ? asked : hardware(original);
			return runtime(copy)
				.onErrorResume(NotAGradioAppException.class, (ex) -> create(from, copy, hardware, request))
				.flatMap((current) -> fit(copy, hardware, current, request.sleepTime()))
				.thenReturn(copy);
		}));
	}

	private Mono<JsonNode> runtime(String space) {
		return this.api.get("spaces/" + space + "/runtime");
	}

	/** Always in the account of the token, whatever owner the request names. */
	private Mono<String> copy(String from, DuplicateRequest request) {
		String asked = request.to();
		String wanted = (asked != null) ? asked : from;
		return this.api.get("whoami-v2").map((account) -> {
			String copy = account.path("name").asString("") + "/" + wanted.substring(wanted.indexOf('/') + 1);
			if (!SpaceNames.isName(copy)) {
				throw new NotAGradioAppException("'%s' is no name for a copy.".formatted(copy));
			}
			return copy;
		});
	}

	private Mono<JsonNode> create(String from, String copy, String hardware, DuplicateRequest request) {
		Mono<Void> secrets = Flux.fromIterable(request.secrets().entrySet())
			.concatMap((secret) -> this.api.post("spaces/" + copy + "/secrets",
					Map.of("key", secret.getKey(), "value", secret.getValue())))
			.then();
		return this.api
			.post("spaces/" + from + "/duplicate",
					Map.of("repository", copy, "private", request.isPrivate(), "hardware", hardware))
			.thenReturn(true)
			// Somebody else was quicker; like any copy that is there, it keeps its
			// secrets
			.onErrorResume(SpaceDuplicator::isConflict, (ex) -> Mono.just(false))
			.flatMap((created) -> created ? secrets : Mono.empty())
			.then(Mono.defer(() -> runtime(copy)));
	}

	private static boolean isConflict(Throwable failure) {
		return failure instanceof ServerFailureException answer && answer.getStatus().value() == CONFLICT;
	}

	private Mono<Void> fit(String copy, String wanted, JsonNode current, @Nullable Duration sleepTime) {
		Mono<?> hardware = wanted.equals(hardware(current)) ? Mono.empty()
				: this.api.post("spaces/" + copy + "/hardware", Map.of("flavor", wanted));
		if (sleepTime == null || wanted.equals(BASIC_HARDWARE)) {
			return hardware.then();
		}
		// The Hub takes it only once the hardware is not the basic one
		return hardware
			.then(Mono
				.defer(() -> this.api.post("spaces/" + copy + "/sleeptime", Map.of("seconds", sleepTime.toSeconds()))))
			.then();
	}

	/** What a Space is about to run on, if that is not what it runs on. */
	private static String hardware(JsonNode runtime) {
		JsonNode hardware = runtime.path("hardware");
		String requested = hardware.path("requested").asString("");
		String name = requested.isEmpty() ? hardware.path("current").asString("") : requested;
		return name.isEmpty() ? BASIC_HARDWARE : name;
	}

}
