package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.GradioRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.CollectionUtils;

/**
 * The results of the examples of one endpoint. They are for everybody, so they are made
 * without the request, the session or the user of those who see them.
 */
final class ExampleResults {

	private static final Log logger = LogFactory.getLog(ExampleResults.class);

	static final GradioRequest NOBODY = new GradioRequest(HttpHeaders.EMPTY, CollectionUtils.toMultiValueMap(Map.of()),
			null, null, "", null);

	private final Endpoint endpoint;

	private final List<ExampleResult> results;

	/**
	 * Creates the results.
	 * @throws IllegalArgumentException when the endpoint has state, or cannot be called
	 * with what an example has
	 */
	ExampleResults(Endpoint endpoint, List<ExampleRow> rows, ExampleServices services) {
		this.endpoint = endpoint;
		if (endpoint.inputs().stream().anyMatch((input) -> input.state() != null)
				|| endpoint.outputs().stream().anyMatch((output) -> output.state() != null)) {
			throw new IllegalArgumentException(
					"The results of the examples of %s cannot be kept, since it has state".formatted(endpoint));
		}
		this.results = rows.stream()
			.map((row) -> new ExampleResult(endpoint, inputs(endpoint, row), services))
			.toList();
	}

	/** The values of all inputs: those of the example, then the defaults. */
	static Mono<List<JsonNode>> inputs(Endpoint endpoint, ExampleRow row, String fileUrlPrefix) {
		List<JsonNode> rest = new ArrayList<>();
		for (EndpointInput input : endpoint.inputs().subList(row.values().size(), endpoint.inputs().size())) {
			if (!input.hasDefault() && !input.nullable()) {
				throw new IllegalArgumentException(
						"The results of the examples of %s cannot be kept: one has no value for the input '%s'"
							.formatted(endpoint, input.name()));
			}
			rest.add((input.defaultValue() != null) ? input.defaultValue() : NullNode.getInstance());
		}
		return row.get(fileUrlPrefix).map((values) -> {
			List<JsonNode> all = new ArrayList<>(values);
			all.addAll(rest);
			return all;
		});
	}

	private static Mono<List<JsonNode>> inputs(Endpoint endpoint, ExampleRow row) {
		return inputs(endpoint, row, NOBODY.fileUrlPrefix());
	}

	/**
	 * The results of an example. It is run unless that was done before; those who ask
	 * while it runs get the same results.
	 * @param index which one
	 * @param fileUrlPrefix what precedes a path in the address of a file
	 * @return the results, of a generator each as it comes; or the error of the endpoint,
	 * after which the next one to ask runs it again. When all who wait cancel, the run is
	 * cancelled too
	 */
	Flux<List<JsonNode>> get(int index, String fileUrlPrefix) {
		return this.results.get(index).get().map((row) -> moved(row, fileUrlPrefix));
	}

	/**
	 * The results of an example that was run before.
	 * @param index which one
	 * @param fileUrlPrefix what precedes a path in the address of a file
	 * @return the results, empty when there are none
	 */
	Mono<List<JsonNode>> known(int index, String fileUrlPrefix) {
		return this.results.get(index).known().map((row) -> moved(row, fileUrlPrefix));
	}

	private static List<JsonNode> moved(List<JsonNode> row, String fileUrlPrefix) {
		return row.stream().map((value) -> ExampleFiles.move(value, NOBODY.fileUrlPrefix(), fileUrlPrefix)).toList();
	}

	/**
	 * Runs all examples, one after the other.
	 * @return completes when all were run; what fails is logged
	 */
	Mono<Void> runAll() {
		return Flux.range(0, this.results.size())
			.concatMap((index) -> this.results.get(index).get().then().onErrorResume((ex) -> failed(index + 1, ex)))
			.then();
	}

	private Mono<Void> failed(int number, Throwable failure) {
		logger.warn(
				"Example %d of %s failed; it is run again when somebody chooses it".formatted(number, this.endpoint),
				failure);
		return Mono.empty();
	}

}
