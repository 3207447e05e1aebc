package io.github.gradiospring.server.queue;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells the waiting events of one queue how far they have come. Departures in quick
 * succession are told together.
 */
final class RankUpdates {

	private static final Log logger = LogFactory.getLog(RankUpdates.class);

	private final String queueId;

	private final QueueStore store;

	private final OpenEvents events;

	private final EventMessages messages;

	private final Scheduler scheduler;

	private final Ticker ticker;

	private final long interval;

	private int departed;

	private int lowestRank = Integer.MAX_VALUE;

	private boolean busy;

	private long notBefore;

	RankUpdates(String queueId, QueueStore store, RunServices services) {
		this.queueId = queueId;
		this.store = store;
		this.events = services.events();
		this.messages = services.messages();
		this.scheduler = services.scheduler();
		this.ticker = services.ticker();
		this.interval = services.options().updateInterval().toNanos();
		this.notBefore = this.ticker.read();
	}

	/**
	 * Events have left the queue.
	 * @param rank the lowest rank that became free
	 * @param count how many have left
	 */
	void departed(int rank, int count) {
		synchronized (this) {
			this.departed += count;
			this.lowestRank = Math.min(this.lowestRank, rank);
			if (this.busy) {
				return;
			}
			this.busy = true;
		}
		schedule();
	}

	private void schedule() {
		try {
			long delay = Math.max(0, this.notBefore - this.ticker.read());
			this.scheduler.schedule(this::tell, delay, TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("No further updates, the scheduler is shut down");
		}
	}

	private void tell() {
		int count;
		int first;
		synchronized (this) {
			count = this.departed;
			first = this.lowestRank;
			this.departed = 0;
			this.lowestRank = Integer.MAX_VALUE;
		}
		Mono.defer(() -> this.store.counts(this.queueId))
			.flatMapMany((counts) -> this.store.at(this.queueId, UpdateRanks.crossed(first, count, counts.waiting())))
			.doOnNext((ranked) -> {
				OpenEvent event = this.events.find(ranked.event().id());
				if (event != null && event.isWaiting()) {
					this.messages.estimation(event, ranked.position());
				}
			})
			.subscribe(null, (error) -> {
				logger.warn("Waiting events could not be told their rank", error);
				told();
			}, this::told);
	}

	private void told() {
		synchronized (this) {
			this.notBefore = this.ticker.read() + this.interval;
			if (this.departed == 0) {
				this.busy = false;
				return;
			}
		}
		schedule();
	}

}
