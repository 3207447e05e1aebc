package io.github.gradiospring.server.queue;

import java.util.List;
import java.util.Objects;

import io.github.gradiospring.server.observation.EndpointObservationContext.Outcome;
import io.github.gradiospring.server.queue.EventOutput.Timing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A call whose input comes in chunks: the endpoint runs once per chunk, until the caller
 * ends the input or time is up. Then the last result stands.
 */
final class ChunkedRun extends EventRun {

	private final ChunkFeed feed;

	private volatile long chunkStartedAt;

	private volatile boolean firstChunk = true;

	private volatile @Nullable Timing timing;

	ChunkedRun(RunServices services, OpenEvent event, RunEnd runEnd) {
		super(services, List.of(event), runEnd);
		this.feed = Objects.requireNonNull(event.feed());
	}

	@Override
	protected void run() {
		announceStart();
		runChunk(outputs().get(0).event().event().data());
	}

	private void runChunk(List<JsonNode> chunk) {
		this.chunkStartedAt = now();
		execute(List.of(outputs().get(0).toExecute(chunk)));
	}

	@Override
	public Mono<Void> next(List<List<JsonNode>> rows) {
		long duration = now() - this.chunkStartedAt;
		statistics().stepEnded(duration);
		if (this.firstChunk) {
			// As in Gradio, callers are told when to expect the first result
			this.firstChunk = false;
			statistics().runEnded(duration);
		}
		Timing current = new Timing(RunStatistics.seconds(duration), statistics().step());
		this.timing = current;
		return outputs().get(0).streaming(rows.get(0), current, secondsLeft());
	}

	private @Nullable Double secondsLeft() {
		Double limit = timeLimit();
		return (limit != null) ? Math.max(0, limit - RunStatistics.seconds(now() - startedAt())) : null;
	}

	@Override
	public void complete() {
		scheduler().schedule(this::nextChunk);
	}

	private void nextChunk() {
		if (isOver()) {
			return;
		}
		if (timeLimit() == null) {
			stopWaiting();
		}
		List<JsonNode> chunk = this.feed.poll();
		if (chunk != null) {
			runChunk(chunk);
		}
		else if (this.feed.isClosed()) {
			completeWith(this.timing);
		}
		else {
			if (timeLimit() == null) {
				endLater(services().options().chunkTimeout().toNanos(), () -> completeWith(null));
			}
			if (!this.feed.await(this::wake)) {
				nextChunk();
			}
		}
	}

	private void wake() {
		scheduler().schedule(this::nextChunk);
	}

	@Override
	protected void timeIsUp() {
		if (this.timing == null) {
			failForTime();
		}
		else {
			completeWith(null);
		}
	}

	/**
	 * The last result stands.
	 * @param told the times that the caller is told, {@code null} when it was not the
	 * caller who ended it
	 */
	private void completeWith(@Nullable Timing told) {
		Timing last = this.timing;
		Timing shown = (last != null) ? last : new Timing(RunStatistics.seconds(now() - startedAt()), null);
		outputs().get(0).complete(true, shown, null, told);
		end(Outcome.SUCCESS, null);
	}

}
