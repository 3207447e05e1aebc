package io.github.gradiospring.server.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gradiospring.server.queue.EventRun.RunEnd;
import io.github.gradiospring.server.queue.QueueStore.QueuePosition;
import io.github.gradiospring.server.queue.QueueStore.QueueRun;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Starts what may run. It is woken when an event joins and when a run has ended, and
 * takes as much as the limit allows.
 */
final class QueueRunner {

	private static final Log logger = LogFactory.getLog(QueueRunner.class);

	private final QueueStore store;

	private final RunServices services;

	private final Trampoline trampoline = new Trampoline();

	private final Map<String, RankUpdates> updates = new ConcurrentHashMap<>();

	QueueRunner(QueueStore store, RunServices services) {
		this.store = store;
		this.services = services;
	}

	/** Starts what may run in a queue. */
	void wake(QueueLane lane) {
		this.trampoline.run(() -> takeAll(lane));
	}

	private void takeAll(QueueLane lane) {
		Mono.defer(() -> this.store.take(lane.id(), lane.limit(), lane::batchSize))
			.map((run) -> launch(lane, run))
			.defaultIfEmpty(false)
			.repeat()
			.takeWhile(Boolean::booleanValue)
			.subscribe(null,
					(error) -> logger.error("No events could be taken from queue '%s'".formatted(lane.id()), error));
	}

	private boolean launch(QueueLane lane, QueueRun run) {
		List<OpenEvent> events = run.events()
			.stream()
			.map((event) -> this.services.events().find(event.id()))
			.filter(Objects::nonNull)
			.toList();
		lane.started(run.runId(), this.services.ticker().read());
		RunEnd end = (typical) -> release(lane, run.runId(), typical);
		if (events.isEmpty()) {
			end.ended(false);
		}
		else {
			launch(events, null, end);
		}
		updates(lane).departed(0, run.events().size());
		return true;
	}

	/**
	 * Runs an event that needs no place.
	 * @param cachedRows its results if they are known already
	 */
	void launch(OpenEvent event, @Nullable List<List<JsonNode>> cachedRows) {
		launch(List.of(event), cachedRows, (typical) -> {
		});
	}

	private void launch(List<OpenEvent> events, @Nullable List<List<JsonNode>> cachedRows, RunEnd end) {
		EventRun run = (cachedRows == null && events.get(0).feed() != null)
				? new ChunkedRun(this.services, events.get(0), end)
				: new CallRun(this.services, events, cachedRows, end);
		this.trampoline.run(run::start);
	}

	private void release(QueueLane lane, String runId, boolean typical) {
		lane.ended(runId, this.services.ticker().read(), typical);
		Mono.defer(() -> this.store.release(lane.id(), runId))
			.subscribe(null,
					(error) -> logger.error("A run of queue '%s' was not released".formatted(lane.id()), error),
					() -> wake(lane));
	}

	/**
	 * Ends an event before its time, wherever it is.
	 * @param reason what the caller is told, {@code null} for nothing
	 */
	Mono<Void> terminate(OpenEvent event, @Nullable EventEnd reason) {
		return leaveQueue(event).doOnNext((left) -> this.services.messages().end(event, reason, left)).then();
	}

	private Mono<Boolean> leaveQueue(OpenEvent event) {
		if (event.run() != null || !event.endpoint().queued()) {
			return Mono.just(false);
		}
		return this.store.remove(event.lane().id(), event.id()).map((position) -> {
			updates(event.lane()).departed(position.rank(), 1);
			return true;
		}).defaultIfEmpty(false);
	}

	private RankUpdates updates(QueueLane lane) {
		return this.updates.computeIfAbsent(lane.id(), (id) -> new RankUpdates(id, this.store, this.services));
	}

}
