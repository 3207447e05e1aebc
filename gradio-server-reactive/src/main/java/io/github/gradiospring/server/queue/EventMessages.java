package io.github.gradiospring.server.queue;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Reports;
import io.github.gradiospring.server.queue.QueueStore.QueuePosition;
import io.github.gradiospring.server.session.EventLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Writes what happens to events to their channels. */
final class EventMessages {

	private static final Log logger = LogFactory.getLog(EventMessages.class);

	private final EventLog log;

	private final OpenEvents events;

	private final Ticker ticker;

	EventMessages(EventLog log, OpenEvents events, Ticker ticker) {
		this.log = log;
		this.events = events;
		this.ticker = ticker;
	}

	/**
	 * Sends a result. When nobody takes it, the event ends.
	 * @return completes when the next result may be sent, whether the event has ended or
	 * not
	 */
	Mono<Void> send(OpenEvent event, ServerMessage message) {
		return this.log.append(event.channel(), message).onErrorResume((error) -> {
			undelivered(event, error);
			return Mono.empty();
		});
	}

	/** Sends a message that nothing waits for. When nobody takes it, the event ends. */
	void tell(OpenEvent event, ServerMessage message) {
		this.log.append(event.channel(), message).subscribe(new Delivery(event));
	}

	void estimation(OpenEvent event, QueuePosition position) {
		Double eta = event.lane().eta(event.endpoint(), position.rank(), this.ticker.read());
		tell(event, new Estimation(event.id(), position.rank(), position.queueSize(), eta));
		event.announced();
	}

	void starts(OpenEvent event) {
		if (!event.isAnnounced()) {
			estimation(event, new QueuePosition(0, 1));
		}
		tell(event, new ProcessStarts(event.id(), event.statistics().run()));
	}

	/**
	 * Ends an event that is not ended by its own run.
	 * @param reason what the caller is told, {@code null} for nothing
	 * @param outOfStore whether the event is known to be in the store no more
	 */
	void end(OpenEvent event, @Nullable EventEnd reason, boolean outOfStore) {
		OpenEvent.State before = event.end();
		if (before != OpenEvent.State.ENDED && reason != null) {
			tell(event, reason.message(event.id()));
		}
		if (outOfStore || before == OpenEvent.State.RUNNING) {
			this.events.forget(event);
		}
		EventRun run = event.run();
		if (before == OpenEvent.State.RUNNING && run != null) {
			run.left();
		}
	}

	Reports reports(OpenEvent event) {
		return new EventReports(this, event);
	}

	private void undelivered(OpenEvent event, Throwable error) {
		if (!event.isEnded()) {
			logger.debug("Event %s of %s ends: %s".formatted(event.id(), event.endpoint(), error));
			end(event, EventEnd.UNREAD, false);
		}
	}

	private final class Delivery extends BaseSubscriber<Void> {

		private final OpenEvent event;

		Delivery(OpenEvent event) {
			this.event = event;
		}

		@Override
		protected void hookOnError(Throwable error) {
			undelivered(this.event, error);
		}

	}

}
