package io.github.gradiospring.client.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.error.JobCancelledException;
import io.github.gradiospring.protocol.diff.InvalidEditException;
import io.github.gradiospring.protocol.diff.JsonDiff;
import io.github.gradiospring.protocol.message.CacheUse;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.Output;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.core.ResolvableType;

/**
 * Makes the events of one job out of its messages: edits are applied, values converted,
 * one after the other.
 */
final class JobReader {

	private final ConnectedApp app;

	private final AppEndpoint endpoint;

	private final ResultReader results;

	private final ResolvableType type;

	private final boolean edits;

	private final boolean lastOnly;

	private @Nullable List<JsonNode> values;

	JobReader(ConnectedApp app, AppEndpoint endpoint, ResultReader results, ResolvableType type, boolean lastOnly) {
		this.app = app;
		this.endpoint = endpoint;
		this.results = results;
		this.type = type;
		this.lastOnly = lastOnly;
		String protocol = app.app().config().protocol();
		this.edits = !protocol.equals("sse") && !protocol.equals("sse_v1");
	}

	Flux<GradioEvent<Object>> events(Flux<ServerMessage> messages) {
		// One at a time, as each edit builds on the value before
		return messages.concatMap(this::events, 1);
	}

	private Flux<GradioEvent<Object>> events(ServerMessage message) {
		if (message instanceof Estimation position) {
			return Flux.just(new GradioEvent.Queued<>((position.rank() != null) ? position.rank() : 0,
					position.queueSize(), seconds(position.rankEta())));
		}
		if (message instanceof ProcessStarts start) {
			return Flux.just(new GradioEvent.Started<>(seconds(start.eta())));
		}
		if (message instanceof Progress progress) {
			return Flux.just(new GradioEvent.Progress<>(progress.progressData()));
		}
		if (message instanceof LogMessage log) {
			return Flux.just(
					new GradioEvent.Log<>(log.log(), log.level(), log.title(), seconds(log.duration()), log.visible()));
		}
		if (message instanceof ProcessGenerating generating) {
			return output(generating.output(), true);
		}
		if (message instanceof ProcessStreaming streaming) {
			return output(streaming.output(), false);
		}
		if (message instanceof ProcessCompleted completed) {
			return completed(completed);
		}
		return Flux.empty();
	}

	private Flux<GradioEvent<Object>> output(Output output, boolean mayBeEdits) {
		if (output instanceof ErrorOutput error) {
			return Flux.error(CallErrors.of(error, null));
		}
		if (this.lastOnly || !(output instanceof OutputData data)) {
			// The last message brings the last value whole
			return Flux.empty();
		}
		List<JsonNode> whole = (mayBeEdits && this.edits && this.values != null) ? edited(this.values, data.data())
				: data.data();
		this.values = whole;
		return value(whole).map((value) -> (GradioEvent<Object>) new GradioEvent.Output<>(value))
			.defaultIfEmpty(new GradioEvent.Output<>(null))
			.flux();
	}

	private static List<JsonNode> edited(List<JsonNode> values, List<JsonNode> edits) {
		List<JsonNode> whole = new ArrayList<>(edits.size());
		for (int i = 0; i < edits.size(); i++) {
			// An app that was reloaded meanwhile may have more outputs than before
			JsonNode before = (i < values.size()) ? values.get(i) : NullNode.instance;
			try {
				whole.add(JsonDiff.apply(before, JsonDiff.fromJson(edits.get(i))));
			}
			catch (InvalidEditException ex) {
				// The last message of the job has the whole value
				whole.add(before);
			}
		}
		return whole;
	}

	private Flux<GradioEvent<Object>> completed(ProcessCompleted completed) {
		Output output = completed.output();
		if (output instanceof ErrorOutput error) {
			return Flux.error(CallErrors.of(error, completed.title()));
		}
		if (!(output instanceof OutputData data)) {
			return Flux.error(new JobCancelledException("The job was cancelled on the server."));
		}
		CacheUse cache = completed.usedCache();
		boolean first = this.values == null;
		List<JsonNode> last = data.data();
		return value(last).map((value) -> ended(first, value, cache))
			.defaultIfEmpty(ended(first, null, cache))
			.flatMapMany(Flux::fromIterable);
	}

	/** A plain function has one value, which comes with its end. */
	private static List<GradioEvent<Object>> ended(boolean first, @Nullable Object value, @Nullable CacheUse cache) {
		GradioEvent<Object> completed = new GradioEvent.Completed<>(value, cache);
		return (first && value != null) ? List.of(new GradioEvent.Output<>(value), completed) : List.of(completed);
	}

	private Mono<Object> value(List<JsonNode> data) {
		return this.results.read(this.app, this.endpoint, data, this.type);
	}

	private static @Nullable Duration seconds(@Nullable Double seconds) {
		return (seconds != null) ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
	}

}
