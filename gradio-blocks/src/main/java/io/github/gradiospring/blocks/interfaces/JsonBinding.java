package io.github.gradiospring.blocks.interfaces;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ConversionContext;
import tools.jackson.databind.JsonNode;

/**
 * Passes values on as they are on the wire.
 *
 * @param component the component
 */
record JsonBinding(ComponentDescription component) implements ComponentBinding {

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		return value;
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return (JsonNode) value;
	}

}
