package io.github.gradiospring.test.mock;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import tools.jackson.databind.JsonNode;

/**
 * Leaves values as they are on the wire.
 *
 * @param component the component
 */
record WireBinding(ComponentDescription component) implements ComponentBinding {

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		return value;
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return (JsonNode) value;
	}

	/** Gradio holds this one value as an object and sends it whole. */
	@Override
	public boolean opaque() {
		return this.component.type().equals("json");
	}

}
