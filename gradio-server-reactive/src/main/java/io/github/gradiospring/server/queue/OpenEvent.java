package io.github.gradiospring.server.queue;

import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** An event of this process, from its join to its end. It ends once, whoever ends it. */
final class OpenEvent {

	/** Where an event is on its way. */
	enum State {

		WAITING, RUNNING, ENDED

	}

	private final QueuedEvent event;

	private final Endpoint endpoint;

	private final QueueLane lane;

	private final @Nullable Observation parent;

	private final @Nullable ChunkFeed feed;

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	private volatile @Nullable EventRun run;

	private volatile boolean announced;

	OpenEvent(QueuedEvent event, Endpoint endpoint, QueueLane lane, @Nullable Observation parent) {
		this.event = event;
		this.endpoint = endpoint;
		this.lane = lane;
		this.parent = parent;
		this.feed = endpoint.chunkedInput() ? new ChunkFeed() : null;
	}

	String id() {
		return this.event.id();
	}

	String channel() {
		return this.event.channel();
	}

	QueuedEvent event() {
		return this.event;
	}

	Endpoint endpoint() {
		return this.endpoint;
	}

	QueueLane lane() {
		return this.lane;
	}

	RunStatistics statistics() {
		return this.lane.statistics(this.endpoint);
	}

	/** What was observed when the call came in. */
	@Nullable Observation parent() {
		return this.parent;
	}

	/** The further chunks of its input, {@code null} for an ordinary input. */
	@Nullable ChunkFeed feed() {
		return this.feed;
	}

	/** What runs it, {@code null} before. */
	@Nullable EventRun run() {
		return this.run;
	}

	boolean isWaiting() {
		return this.state.get() == State.WAITING;
	}

	boolean isEnded() {
		return this.state.get() == State.ENDED;
	}

	boolean belongsTo(String sessionHash) {
		return sessionHash.equals(this.event.request().sessionHash()) || sessionHash.equals(channel());
	}

	/** Whether its caller was told a rank. */
	boolean isAnnounced() {
		return this.announced;
	}

	void announced() {
		this.announced = true;
	}

	/**
	 * Begins to run.
	 * @return whether it may; not if it has ended meanwhile
	 */
	boolean begin(EventRun run) {
		this.run = run;
		return this.state.compareAndSet(State.WAITING, State.RUNNING);
	}

	/**
	 * Ends it.
	 * @return where it was; if it had ended before, this caller is not the one to end it
	 */
	State end() {
		return this.state.getAndSet(State.ENDED);
	}

}
