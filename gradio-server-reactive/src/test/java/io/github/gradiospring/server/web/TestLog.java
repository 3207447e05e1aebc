package io.github.gradiospring.server.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.CloseStream;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.session.ChannelNotFoundException;
import io.github.gradiospring.server.session.EventLog;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A log whose channels are filled by a test. */
final class TestLog implements EventLog {

	final Map<String, Flux<List<ServerMessage>>> channels = new ConcurrentHashMap<>();

	final AtomicLong requested = new AtomicLong();

	/** A channel with everything in it already. */
	void put(String channel, ServerMessage... messages) {
		this.channels.put(channel, Flux.just(List.of(messages)));
	}

	/** A channel that goes on until the sink is completed. */
	Sinks.Many<List<ServerMessage>> open(String channel) {
		Sinks.Many<List<ServerMessage>> sink = Sinks.many().unicast().onBackpressureBuffer();
		this.channels.put(channel, sink.asFlux());
		return sink;
	}

	@Override
	public Flux<List<ServerMessage>> read(String channel) {
		Flux<List<ServerMessage>> messages = this.channels.get(channel);
		return (messages != null) ? messages.doOnRequest(this.requested::addAndGet)
				: Flux.error(new ChannelNotFoundException("There is no such session"));
	}

	@Override
	public Mono<Void> open(String channel, String eventId) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Void> append(String channel, ServerMessage message) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Void> discard(String channel, String eventId) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Void> close(String channel) {
		throw new UnsupportedOperationException();
	}

	/** The messages of a recorded stream. */
	static ServerMessage[] recorded(String name, int step) {
		return Recording.load(name)
			.response(step)
			.get("sse")
			.values()
			.stream()
			.map((json) -> GradioProtocol.jsonMapper().treeToValue(Numbers.fill(json), ServerMessage.class))
			.filter((message) -> !(message instanceof CloseStream))
			.toArray(ServerMessage[]::new);
	}

}
