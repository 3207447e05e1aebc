package io.github.gradiospring.server.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.gradiospring.server.endpoint.DefaultInputValidator;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import io.github.gradiospring.server.queue.QueueStatus;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** A queue that writes down what it is asked for. */
final class TestQueue implements GradioQueue {

	final List<QueueCall> calls = Collections.synchronizedList(new ArrayList<>());

	final List<String> cancelled = Collections.synchronizedList(new ArrayList<>());

	final List<String> fed = Collections.synchronizedList(new ArrayList<>());

	final Sinks.Many<String> abandoned = Sinks.many().replay().all();

	final List<String> abandonedNow = Collections.synchronizedList(new ArrayList<>());

	private final InputValidator validator = new DefaultInputValidator();

	RuntimeException refusal;

	int size;

	@Override
	public Mono<String> join(QueueCall call) {
		if (this.refusal != null) {
			return Mono.error(this.refusal);
		}
		return this.validator.validate(call.endpoint(), call.data(), call.request()).then(Mono.fromSupplier(() -> {
			this.calls.add(call);
			return "event" + this.calls.size();
		}));
	}

	@Override
	public Mono<Void> cancel(String eventId, String sessionHash) {
		return Mono.fromRunnable(() -> this.cancelled.add(eventId + " of " + sessionHash));
	}

	@Override
	public Mono<Void> abandon(String channel) {
		return Mono.fromRunnable(() -> {
			this.abandonedNow.add(channel);
			this.abandoned.tryEmitNext(channel);
		});
	}

	@Override
	public Mono<Boolean> feed(String eventId, List<JsonNode> data) {
		return Mono.fromSupplier(() -> eventId.equals("open") && this.fed.add(data.toString()));
	}

	@Override
	public Mono<Boolean> endFeed(String eventId) {
		return Mono.fromSupplier(() -> eventId.equals("open") && this.fed.add("end"));
	}

	@Override
	public Mono<Integer> size() {
		return Mono.just(this.size);
	}

	@Override
	public List<QueueStatus> status() {
		return List.of();
	}

}
