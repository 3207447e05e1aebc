package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.gradiospring.server.session.GradioSessions;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Keeps a connection for as long as a client is there. When the client leaves, it cancels
 * the beats, and its session ends.
 */
final class HeartbeatHandler {

	private static final byte[] ALIVE = "data: ALIVE\n\n".getBytes(StandardCharsets.US_ASCII);

	private final GradioSessions sessions;

	HeartbeatHandler(GradioSessions sessions) {
		this.sessions = sessions;
	}

	Mono<ServerResponse> heartbeat(ServerRequest request) {
		FrameWriter<Long> writer = (beats, out) -> out.write(ALIVE);
		return EventStream.of(this.sessions.connect(request.pathVariable("session_hash")).map(List::of), writer)
			.respond();
	}

}
