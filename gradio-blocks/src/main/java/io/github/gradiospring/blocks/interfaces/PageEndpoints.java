package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFunction;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;

/** The endpoints that pages need for themselves, which callers do not see. */
final class PageEndpoints {

	private final Set<String> names = new HashSet<>();

	private final List<Endpoint> endpoints = new ArrayList<>();

	PageEndpoints(List<Endpoint> declared) {
		declared.forEach((endpoint) -> this.names.add(endpoint.name()));
	}

	/**
	 * Adds an endpoint that does not wait in a queue and passes values as JSON.
	 * @param name the name, to which a number is added when it is taken
	 * @param inputs the blocks that give the inputs
	 * @param outputs the blocks that show the outputs
	 * @param function what it does, with a {@code JsonNode} for each value
	 * @return its name
	 */
	String add(String name, List<Block> inputs, List<Block> outputs, EndpointFunction function) {
		return add(builder(name, inputs, outputs, function).queued(false).build());
	}

	/**
	 * Adds an endpoint that waits in a queue of its own and passes values as JSON.
	 * @param name the name, to which a number is added when it is taken
	 * @param inputs the blocks that give the inputs
	 * @param outputs the blocks that show the outputs
	 * @param generator whether it gives several results in turn
	 * @param function what it does, with a {@code JsonNode} for each value
	 * @return its name
	 */
	String addQueued(String name, List<Block> inputs, List<Block> outputs, boolean generator,
			EndpointFunction function) {
		return add(builder(name, inputs, outputs, function).generator(generator).build());
	}

	private Endpoint.Builder builder(String name, List<Block> inputs, List<Block> outputs, EndpointFunction function) {
		Endpoint.Builder builder = Endpoint.builder(unique(name))
			.visibility(ApiVisibility.UNDOCUMENTED)
			.function(function);
		for (Block input : inputs) {
			builder.input(
					new EndpointInput(label(input), "", new JsonBinding(input.component()), true, false, null, null));
		}
		for (Block output : outputs) {
			builder.output(new EndpointOutput(label(output), "", new JsonBinding(output.component()), null));
		}
		return builder;
	}

	/**
	 * Adds an endpoint that cancels the calls of another one.
	 * @param name the name, to which a number is added when it is taken
	 * @param cancelled the name of the other one
	 * @return its name
	 */
	String addCancel(String name, String cancelled) {
		return add(Endpoint.builder(unique(name)).cancels(cancelled).build());
	}

	private String add(Endpoint endpoint) {
		this.endpoints.add(endpoint);
		return endpoint.name();
	}

	private String unique(String name) {
		String unique = name;
		for (int i = 1; !this.names.add(unique); i++) {
			unique = name + "_" + i;
		}
		return unique;
	}

	private static String label(Block block) {
		return block.component().type();
	}

	List<Endpoint> all() {
		return List.copyOf(this.endpoints);
	}

}
