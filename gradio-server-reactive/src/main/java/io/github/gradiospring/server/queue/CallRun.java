package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.message.CacheUse;
import io.github.gradiospring.server.observation.EndpointObservationContext.Outcome;
import io.github.gradiospring.server.queue.EventOutput.Timing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A call with its input complete: for one result or many, for one event or a batch. */
final class CallRun extends EventRun {

	private final @Nullable List<List<JsonNode>> cachedRows;

	private long stepStartedAt;

	/**
	 * Creates a run.
	 * @param cachedRows the results if they are known already
	 */
	CallRun(RunServices services, List<OpenEvent> events, @Nullable List<List<JsonNode>> cachedRows, RunEnd runEnd) {
		super(services, events, runEnd);
		this.cachedRows = cachedRows;
	}

	@Override
	protected void run() {
		this.stepStartedAt = startedAt();
		if (this.cachedRows != null) {
			consume(Flux.fromIterable(this.cachedRows).map(List::of));
		}
		else {
			announceStart();
			execute(outputs().stream().map(EventOutput::toExecute).toList());
		}
	}

	@Override
	public Mono<Void> next(List<List<JsonNode>> rows) {
		List<EventOutput> outputs = outputs();
		if (!endpoint().generator()) {
			for (int i = 0; i < outputs.size(); i++) {
				outputs.get(i).keep(rows.get(i));
			}
			return Mono.empty();
		}
		Timing timing = step();
		if (outputs.size() == 1) {
			return outputs.get(0).generating(rows.get(0), timing);
		}
		List<Mono<Void>> sent = new ArrayList<>();
		for (int i = 0; i < outputs.size(); i++) {
			sent.add(outputs.get(i).generating(rows.get(i), timing));
		}
		return Mono.when(sent);
	}

	@Override
	public void complete() {
		if (isOver()) {
			return;
		}
		Timing timing = step();
		if (this.cachedRows != null) {
			Timing told = new Timing(RunStatistics.seconds(now() - startedAt()), statistics().run());
			outputs().forEach((output) -> output.complete(false, timing, CacheUse.FULL, told));
		}
		else {
			statistics().runEnded(now() - startedAt());
			outputs().forEach(EventOutput::cache);
			Boolean isGenerating = endpoint().queue().batch() ? null : Boolean.FALSE;
			outputs().forEach((output) -> output.complete(isGenerating, timing, null, timing));
		}
		end(Outcome.SUCCESS, null);
	}

	private Timing step() {
		long now = now();
		long duration = now - this.stepStartedAt;
		this.stepStartedAt = now;
		if (this.cachedRows == null) {
			statistics().stepEnded(duration);
		}
		return new Timing(RunStatistics.seconds(duration), statistics().step());
	}

	@Override
	protected void timeIsUp() {
		failForTime();
	}

}
