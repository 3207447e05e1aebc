package io.github.gradiospring.server.queue;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.message.CacheUse;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.CallErrors;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.ResultCache;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The results of one event of a run, on their way to its channel. */
final class EventOutput {

	private static final Log logger = LogFactory.getLog(EventOutput.class);

	/** A call with more results is not worth to be cached. */
	private static final int MAX_CACHED_ROWS = 1_000;

	private final OpenEvent event;

	private final RunServices services;

	private final ResultEncoder encoder;

	private final @Nullable List<List<JsonNode>> rows;

	private boolean started;

	EventOutput(OpenEvent event, RunServices services) {
		this.event = event;
		this.services = services;
		this.encoder = new ResultEncoder(event.endpoint());
		CachePolicy policy = event.endpoint().cache();
		this.rows = (policy != null && services.cache() != null) ? new ArrayList<>() : null;
	}

	OpenEvent event() {
		return this.event;
	}

	EndpointExecutor.Event toExecute() {
		return toExecute(this.event.event().data());
	}

	EndpointExecutor.Event toExecute(List<JsonNode> data) {
		return new EndpointExecutor.Event(this.event.id(), data, this.event.event().request(),
				this.services.messages().reports(this.event));
	}

	/** Keeps the one result of a call. */
	void keep(List<JsonNode> row) {
		this.encoder.keep(row);
		remember(row);
	}

	Mono<Void> generating(List<JsonNode> row, Timing timing) {
		this.started = true;
		remember(row);
		OutputData output = timing.output(this.encoder.next(row), true);
		return this.services.messages().send(this.event, new ProcessGenerating(this.event.id(), output, true, null));
	}

	Mono<Void> streaming(List<JsonNode> row, Timing timing, @Nullable Double secondsLeft) {
		this.started = true;
		this.encoder.keep(row);
		OutputData output = timing.output(row, true);
		return this.services.messages()
			.send(this.event, new ProcessStreaming(this.event.id(), output, true, secondsLeft));
	}

	/**
	 * Ends the event with its last result.
	 * @param isGenerating the field of that name, which depends on the kind of call
	 * @param timing the times in the output
	 * @param used what was used of a cache
	 * @param told the times beside the output, {@code null} for none
	 */
	void complete(@Nullable Boolean isGenerating, Timing timing, @Nullable CacheUse used, @Nullable Timing told) {
		OutputData output = timing.output(this.encoder.last(), isGenerating);
		end(new ProcessCompleted(this.event.id(), output, true, null, used, (told != null) ? told.duration() : null,
				(told != null) ? told.average() : null));
	}

	void fail(Throwable error) {
		ErrorOutput output = CallErrors.output(error, this.services.options().showErrors());
		// After a first result Gradio names no title, and takes the duration from the
		// error
		String title = (output.title() != null) ? output.title() : "Error";
		end(new ProcessCompleted(this.event.id(), output, false, this.started ? null : title, null,
				this.started ? output.duration() : null, null));
	}

	private void end(ProcessCompleted message) {
		if (this.event.end() != OpenEvent.State.ENDED) {
			this.services.messages().tell(this.event, message);
			this.services.events().forget(this.event);
		}
	}

	private void remember(List<JsonNode> row) {
		if (this.rows != null && this.rows.size() <= MAX_CACHED_ROWS) {
			this.rows.add(row);
		}
	}

	/** Keeps the results for later calls, if the endpoint wants that. */
	void cache() {
		ResultCache cache = this.services.cache();
		if (this.rows == null || cache == null || this.rows.size() > MAX_CACHED_ROWS) {
			return;
		}
		QueuedEvent queued = this.event.event();
		try {
			cache.save(this.event.endpoint(), queued.data(), queued.request().sessionHash(), List.copyOf(this.rows));
		}
		catch (RuntimeException ex) {
			logger.warn("The results of %s were not cached".formatted(this.event.endpoint()), ex);
		}
	}

	/**
	 * Times of a result, in seconds.
	 *
	 * @param duration how long it took
	 * @param average how long one takes on average
	 */
	record Timing(double duration, @Nullable Double average) {

		private OutputData output(List<JsonNode> data, @Nullable Boolean isGenerating) {
			return OutputData.of(data, isGenerating, this.duration, this.average);
		}

	}

}
