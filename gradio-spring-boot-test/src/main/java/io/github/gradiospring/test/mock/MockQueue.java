package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.gradiospring.server.queue.DefaultGradioQueue;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueCall;
import io.github.gradiospring.server.queue.QueueStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The queue of an app whose endpoints change: calls join the newest queue, and what is in
 * an older one goes on there.
 */
final class MockQueue implements GradioQueue {

	/** Newest first. */
	private final List<DefaultGradioQueue> queues = new CopyOnWriteArrayList<>();

	void add(DefaultGradioQueue queue) {
		this.queues.removeIf(MockQueue::isIdle);
		this.queues.add(0, queue);
	}

	private static boolean isIdle(DefaultGradioQueue queue) {
		return queue.status().stream().allMatch((status) -> status.waiting() + status.running() == 0);
	}

	private GradioQueue newest() {
		return this.queues.get(0);
	}

	Mono<Void> stop() {
		return Flux.fromIterable(this.queues).flatMap((queue) -> queue.stop(Duration.ZERO)).then();
	}

	@Override
	public Mono<String> join(QueueCall call) {
		return newest().join(call);
	}

	@Override
	public Mono<Void> cancel(String eventId, String sessionHash) {
		return Flux.fromIterable(this.queues).concatMap((queue) -> queue.cancel(eventId, sessionHash)).then();
	}

	@Override
	public Mono<Void> abandon(String channel) {
		return Flux.fromIterable(this.queues).concatMap((queue) -> queue.abandon(channel)).then();
	}

	@Override
	public Mono<Boolean> feed(String eventId, List<JsonNode> data) {
		return any((queue) -> queue.feed(eventId, data));
	}

	@Override
	public Mono<Boolean> endFeed(String eventId) {
		return any((queue) -> queue.endFeed(eventId));
	}

	private Mono<Boolean> any(Function<GradioQueue, Mono<Boolean>> question) {
		return Flux.fromIterable(this.queues).concatMap(question::apply).any(Boolean::booleanValue);
	}

	@Override
	public Mono<Integer> size() {
		return Flux.fromIterable(this.queues).flatMap(GradioQueue::size).reduce(0, Integer::sum);
	}

	@Override
	public List<QueueStatus> status() {
		return newest().status();
	}

}
