package io.github.gradiospring.server.web;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Tells an open page that the application was restarted, on which it draws itself anew.
 * The page connects again after a restart, with the id of the run that it knows.
 */
final class DevReloadHandler {

	private static final Duration RETRY = Duration.ofMillis(500);

	/** A stream without an end would hold up the end of the application. */
	private static final Duration DURATION = Duration.ofSeconds(2);

	private static final String NOTHING = "{}";

	private final String appId;

	DevReloadHandler(int appId) {
		this.appId = Integer.toString(appId);
	}

	Mono<ServerResponse> reload(ServerRequest request) {
		String known = request.headers().firstHeader("Last-Event-ID");
		boolean restarted = known != null && !known.equals(this.appId);
		ServerSentEvent<String> first = event(restarted ? "reload" : "heartbeat");
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.header("Cache-Control", "no-cache")
			.body(BodyInserters
				.fromServerSentEvents(Flux.<ServerSentEvent<String>>never().startWith(first).take(DURATION)));
	}

	private ServerSentEvent<String> event(String name) {
		return ServerSentEvent.builder(NOTHING).id(this.appId).event(name).retry(RETRY).build();
	}

}
