package io.github.gradiospring.server.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.endpoint.CallErrors;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Event;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.endpoint.InputValues;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Runs an endpoint at once, without the queue, and answers with its result; with the
 * first one of a generator. Unlike in Gradio the values are checked here too, constraints
 * included: a check that callers can avoid is none.
 */
final class RunHandler {

	private static final Log logger = LogFactory.getLog(RunHandler.class);

	private static final String CLOSED = "This API endpoint does not accept direct HTTP POST requests. "
			+ "Please join the queue to use this API.";

	private final RequestBodies bodies;

	private final RequestSnapshots snapshots;

	private final Endpoints endpoints;

	private final InputValidator validator;

	private final EndpointExecutor executor;

	private final WebOptions options;

	RunHandler(RequestBodies bodies, RequestSnapshots snapshots, Endpoints endpoints, InputValidator validator,
			EndpointExecutor executor, WebOptions options) {
		this.bodies = bodies;
		this.snapshots = snapshots;
		this.endpoints = endpoints;
		this.validator = validator;
		this.executor = executor;
		this.options = options;
	}

	Mono<ServerResponse> run(ServerRequest request) {
		return this.bodies.json(request).map(CallBody::read).flatMap((body) -> {
			Endpoint endpoint = (body.fnIndex() != null) ? this.endpoints.get(body.fnIndex())
					: this.endpoints.get(request.pathVariable("api"));
			if (!this.options.apiOpen() && endpoint.queued()) {
				return Responses.detail(HttpStatus.NOT_FOUND, CLOSED);
			}
			return this.snapshots.take(request, body.sessionHash(), body.eventData())
				.flatMap((snapshot) -> run(endpoint, body, snapshot));
		});
	}

	private Mono<ServerResponse> run(Endpoint endpoint, CallBody body, GradioRequest request) {
		List<List<JsonNode>> rows = body.batched() ? Batch.rows(body.data())
				: List.of(InputValues.complete(endpoint, body.data()));
		return Flux.fromIterable(rows)
			.concatMap((row) -> this.validator.validate(endpoint, row, request))
			.then(Mono.defer(() -> execute(endpoint, rows, request).elapsed()
				.flatMap((result) -> Responses.json(output(endpoint, body, result.getT2(), result.getT1() / 1000.0)))
				.onErrorResume((ex) -> !(ex instanceof InvalidInputException), this::failure)));
	}

	private Mono<List<List<JsonNode>>> execute(Endpoint endpoint, List<List<JsonNode>> rows, GradioRequest request) {
		List<Event> events = rows.stream()
			.map((row) -> new Event(UUID.randomUUID().toString().replace("-", ""), row, request, Silence.INSTANCE))
			.toList();
		Flux<List<List<JsonNode>>> results = this.executor.execute(endpoint, events);
		// A function has ended well only when it has completed
		return (endpoint.generator() ? results : results.takeLast(1)).next()
			.defaultIfEmpty(rows.stream().map((row) -> nothing(endpoint)).toList());
	}

	private static List<JsonNode> nothing(Endpoint endpoint) {
		return endpoint.outputs().stream().map((output) -> (JsonNode) NullNode.getInstance()).toList();
	}

	private static OutputData output(Endpoint endpoint, CallBody body, List<List<JsonNode>> rows, double seconds) {
		List<JsonNode> data = body.batched() ? Batch.columns(rows, endpoint.outputs().size()) : rows.get(0);
		Boolean generating = endpoint.queue().batch() ? null : (Boolean) endpoint.generator();
		return OutputData.of(data, generating, seconds, seconds);
	}

	private Mono<ServerResponse> failure(Throwable error) {
		if (!CallErrors.isForCaller(error)) {
			logger.error("An endpoint failed", error);
		}
		return Responses.json(HttpStatus.INTERNAL_SERVER_ERROR, CallErrors.output(error, this.options.showErrors()));
	}

	/** Turns the columns of a batched call into rows and back. */
	private static final class Batch {

		static List<List<JsonNode>> rows(List<JsonNode> columns) {
			int size = columns.isEmpty() ? 0 : columns.get(0).size();
			if (size == 0 || columns.stream().anyMatch((column) -> !column.isArray() || column.size() != size)) {
				throw new InvalidInputException(List.of(new InvalidInputException.InvalidParameter("data",
						"A batched call needs lists of one length, with a value per call.")));
			}
			return IntStream.range(0, size)
				.mapToObj((i) -> columns.stream().map((column) -> column.get(i)).toList())
				.toList();
		}

		static List<JsonNode> columns(List<List<JsonNode>> rows, int size) {
			return IntStream.range(0, size)
				.mapToObj((i) -> (JsonNode) JsonNodes.array(rows.stream().map((row) -> row.get(i)).toList()))
				.toList();
		}

	}

	/** There is nobody to report to. */
	private enum Silence implements EndpointExecutor.Reports {

		INSTANCE;

		@Override
		public void progress(List<ProgressUnit> units) {
			// Only the result is sent
		}

		@Override
		public void log(LogLevel level, String message, String title, @Nullable Double duration, boolean visible) {
			// Only the result is sent
		}

	}

}
