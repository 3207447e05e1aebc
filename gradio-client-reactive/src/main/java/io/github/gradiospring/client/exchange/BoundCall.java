package io.github.gradiospring.client.exchange;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.EndpointSpec;
import org.jspecify.annotations.Nullable;

/**
 * A method bound to an endpoint of an app.
 *
 * @param endpoint the endpoint's name
 * @param inputs the input of each parameter; {@code null} when the app does not describe
 * the endpoint, and parameters go by their position
 */
record BoundCall(String endpoint, @Nullable List<BoundInput> inputs) {

	EndpointSpec prepare(GradioClient client, ExchangeMethod method, @Nullable Object[] arguments) {
		EndpointSpec spec = client.endpoint(this.endpoint);
		if (this.inputs == null) {
			List<@Nullable Object> values = new ArrayList<>();
			for (int i = 0; i < arguments.length; i++) {
				values.add(method.parameters().get(i).value(arguments[i]));
			}
			return spec.inputs(values.toArray());
		}
		for (int i = 0; i < arguments.length; i++) {
			BoundInput input = this.inputs.get(i);
			Object value = method.parameters().get(i).value(arguments[i]);
			if (value != null || !input.hasDefault()) {
				spec = spec.input(input.name(), value);
			}
		}
		return spec;
	}

	/**
	 * An input of the endpoint.
	 *
	 * @param name its name
	 * @param hasDefault whether it may be left out
	 */
	record BoundInput(String name, boolean hasDefault) {
	}

}
