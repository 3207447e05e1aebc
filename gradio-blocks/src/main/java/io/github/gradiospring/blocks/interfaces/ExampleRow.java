package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gradiospring.blocks.interfaces.Interface.Example;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;

/**
 * One example.
 *
 * @param values the values in the order of the inputs, without those left out at the end
 * @param label what the page shows instead of the values, empty for the values
 */
record ExampleRow(List<ExampleValue> values, String label) {

	/**
	 * Reads the examples of an interface: those that are declared, then those of its
	 * folder.
	 * @param endpoint the endpoint
	 * @param settings the interface
	 * @param services what examples need
	 * @return the examples
	 * @throws IllegalArgumentException when one does not fit the endpoint
	 */
	static List<ExampleRow> read(Endpoint endpoint, Interface settings, ExampleServices services) {
		List<EndpointInput> inputs = endpoint.inputs().stream().filter((input) -> input.state() == null).toList();
		ExampleReader reader = new ExampleReader(services);
		List<ExampleRow> rows = new ArrayList<>();
		for (Example example : settings.examples()) {
			rows.add(new ExampleRow(values(endpoint, inputs, reader, example.values(), null), example.label()));
		}
		if (!settings.examplesDirectory().isEmpty()) {
			boolean files = !inputs.isEmpty() && ExampleReader.isFile(inputs.get(0).binding());
			ExampleDirectory directory = ExampleDirectory.read(settings.examplesDirectory(), inputs.size(), files,
					services.resources());
			for (List<Object> row : directory.rows()) {
				rows.add(new ExampleRow(values(endpoint, inputs, reader, row, directory.folder()), ""));
			}
		}
		return List.copyOf(rows);
	}

	private static List<ExampleValue> values(Endpoint endpoint, List<EndpointInput> inputs, ExampleReader reader,
			List<? extends @Nullable Object> declared, @Nullable Resource folder) {
		if (declared.size() > inputs.size()) {
			throw new IllegalArgumentException("An example of %s has %d values, but the endpoint has %d inputs: %s"
				.formatted(endpoint, declared.size(), inputs.size(), declared));
		}
		List<ExampleValue> values = new ArrayList<>();
		for (int i = 0; i < declared.size(); i++) {
			EndpointInput input = inputs.get(i);
			Object value = declared.get(i);
			try {
				values.add(reader.read(input.binding(), value, folder));
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("The example '%s' of the input '%s' of %s is wrong: %s"
					.formatted(value, input.name(), endpoint, ex.getMessage()), ex);
			}
		}
		return List.copyOf(values);
	}

	/** What the page shows of it when examples have labels. */
	String title() {
		return this.label.isEmpty() ? this.values.stream().map(ExampleValue::text).collect(Collectors.joining(", "))
				: this.label;
	}

	/** The values on the wire. */
	Mono<List<JsonNode>> get(String fileUrlPrefix) {
		return Flux.fromIterable(this.values).concatMap((value) -> value.get(fileUrlPrefix)).collectList();
	}

	/** What the page shows of the first values, before it has files. */
	List<JsonNode> preview(int columns) {
		return shown(columns).stream().map(ExampleValue::preview).toList();
	}

	/** What the page shows of the first values. */
	Mono<List<JsonNode>> sample(int columns, String fileUrlPrefix) {
		return Flux.fromIterable(shown(columns))
			.concatMap((value) -> value.pictured() ? value.get(fileUrlPrefix) : Mono.just(value.preview()))
			.collectList();
	}

	boolean pictured(int columns) {
		return shown(columns).stream().anyMatch(ExampleValue::pictured);
	}

	private List<ExampleValue> shown(int columns) {
		return this.values.subList(0, Math.min(columns, this.values.size()));
	}

}
