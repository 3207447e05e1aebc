package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.gradiospring.protocol.message.CloseStream;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnexpectedError;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.ChannelClosedException;
import io.github.gradiospring.server.session.ChannelNotFoundException;
import io.github.gradiospring.server.session.EventLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Streams the messages of a channel: of a session for {@code queue/data}, of one event
 * for {@code call}. When the client leaves before the end, its calls are given up.
 */
final class MessageStreams {

	private static final Log logger = LogFactory.getLog(MessageStreams.class);

	private static final List<ServerMessage> CLOSE = List.of(new CloseStream());

	private final EventLog log;

	private final GradioQueue queue;

	private final Duration heartbeatInterval;

	MessageStreams(EventLog log, GradioQueue queue, Duration heartbeatInterval) {
		this.log = log;
		this.queue = queue;
		this.heartbeatInterval = heartbeatInterval;
	}

	/** Streams all messages of a session. */
	Mono<ServerResponse> session(ServerRequest request) {
		String sessionHash = request.queryParam("session_hash").orElse(null);
		if (sessionHash == null) {
			throw new InvalidBodyException(
					InvalidBodyException.Problem.missing(List.of("query", "session_hash"), null));
		}
		return respond(sessionHash, JsonFrames::instance, JsonFrames.HEARTBEAT);
	}

	/** Streams the results of one call. */
	Mono<ServerResponse> call(ServerRequest request) {
		return respond(request.pathVariable("event_id"), CallFrames::new, CallFrames.HEARTBEAT);
	}

	private Mono<ServerResponse> respond(String channel, Supplier<FrameWriter<ServerMessage>> writer,
			byte[] heartbeat) {
		Flux<List<ServerMessage>> messages = this.log.read(channel)
			.concatWith(Mono.just(CLOSE))
			.onErrorResume(MessageStreams::asMessage);
		return EventStream.of(messages, writer.get())
			.heartbeat(heartbeat, this.heartbeatInterval)
			.onCancel(() -> abandon(channel))
			.respond();
	}

	private static Flux<List<ServerMessage>> asMessage(Throwable error) {
		if (error instanceof ChannelNotFoundException) {
			return Flux.just(List.of(UnexpectedError.unknownSession()));
		}
		if (error instanceof ChannelClosedException) {
			return Flux.just(List.of(UnexpectedError.of(String.valueOf(error.getMessage()))));
		}
		return Flux.error(error);
	}

	private void abandon(String channel) {
		this.queue.abandon(channel).subscribe(null, (ex) -> logger.warn("A left session could not be closed", ex));
	}

}
