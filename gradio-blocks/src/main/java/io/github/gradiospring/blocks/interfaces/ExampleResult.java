package io.github.gradiospring.blocks.interfaces;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Event;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Reports;
import io.github.gradiospring.server.endpoint.GradioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The last result of one example, once there is one. */
final class ExampleResult {

	private final Endpoint endpoint;

	private final Mono<List<JsonNode>> inputs;

	private final ExampleServices services;

	private final AtomicReference<@Nullable List<JsonNode>> kept = new AtomicReference<>();

	private final AtomicReference<@Nullable Flux<List<JsonNode>>> running = new AtomicReference<>();

	ExampleResult(Endpoint endpoint, Mono<List<JsonNode>> inputs, ExampleServices services) {
		this.endpoint = endpoint;
		this.inputs = inputs;
		this.services = services;
	}

	Mono<List<JsonNode>> known() {
		return Mono.defer(() -> {
			List<JsonNode> known = this.kept.get();
			return (known == null) ? Mono.<List<JsonNode>>empty() : ExampleFiles.areThere(known, this.services.files())
				.flatMap((there) -> there ? Mono.just(known) : Mono.empty());
		});
	}

	Flux<List<JsonNode>> get() {
		return known().flux().switchIfEmpty(Flux.defer(this::shared));
	}

	private Flux<List<JsonNode>> shared() {
		Flux<List<JsonNode>> run = this.running.updateAndGet((current) -> (current != null) ? current : share());
		return (run != null) ? run : Flux.empty();
	}

	private Flux<List<JsonNode>> share() {
		// Somebody else's run may have ended just now
		return known().flux()
			.switchIfEmpty(Flux.defer(this::run))
			.doOnTerminate(() -> this.running.set(null))
			.doOnCancel(() -> this.running.set(null))
			.replay(1)
			.refCount()
			// Who reads slowly holds up nobody
			.onBackpressureLatest();
	}

	private Flux<List<JsonNode>> run() {
		AtomicReference<List<JsonNode>> last = new AtomicReference<>(
				Collections.nCopies(this.endpoint.outputs().size(), NullNode.getInstance()));
		return this.inputs
			.flatMapMany((data) -> this.services.executor()
				.get()
				.execute(this.endpoint,
						List.of(new Event(this.endpoint.name() + "-example", data, ExampleResults.NOBODY,
								Silence.INSTANCE))))
			.map((rows) -> rows.get(0))
			.transform(this::limitTime)
			.doOnNext(last::set)
			.doOnComplete(() -> this.kept.set(last.get()));
	}

	/** The queue, which this goes past, would see to it otherwise. */
	private Flux<List<JsonNode>> limitTime(Flux<List<JsonNode>> results) {
		Duration limit = this.endpoint.queue().timeLimit();
		if (limit == null) {
			return results;
		}
		AtomicBoolean over = new AtomicBoolean();
		// An error there would not cancel the run
		return results.takeUntilOther(Mono.delay(limit).doOnNext((tick) -> over.set(true)))
			.concatWith(Mono.defer(() -> over.get()
					? Mono.error(new GradioException("The example took longer than " + limit.toSeconds() + " seconds."))
					: Mono.empty()));
	}

	/** Nobody reads what it reports. */
	private enum Silence implements Reports {

		INSTANCE;

		@Override
		public void progress(List<ProgressUnit> units) {
		}

		@Override
		public void log(LogLevel level, String message, String title, @Nullable Double duration, boolean visible) {
		}

	}

}
