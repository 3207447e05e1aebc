package io.github.gradiospring.client.app;

import java.util.List;

import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.info.EndpointInfo;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of an app.
 *
 * @param dependency what <code>/config</code> says of it
 * @param info what <code>/info</code> says of it, {@code null} when it is undocumented
 * @param inputs its input components in the order of the wire
 * @param outputs its output components in the order of the wire
 */
public record AppEndpoint(DependencyConfig dependency, @Nullable EndpointInfo info, List<Slot> inputs,
		List<Slot> outputs) {

	public AppEndpoint {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
	}

	/**
	 * A place for a value.
	 *
	 * @param componentId the component
	 * @param type the type of the component, such as <code>textbox</code>
	 * @param state whether the server keeps the value, so that callers send null
	 * @param skipped whether callers neither give nor get the value (state, layout,
	 * buttons)
	 */
	public record Slot(int componentId, String type, boolean state, boolean skipped) {
	}

}
