package io.github.gradiospring.server.component;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Passes what comes, as Gradio does, where numbers are expected. Only numbers are held to
 * the range.
 */
record LenientNumberBinding(ComponentDescription component, NumberRange range) implements ComponentBinding {

	@Override
	public JsonNode parseDefault(String text) {
		return NumberBinding.parseNumber(text);
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		if (value.isNumber()) {
			this.range.check(value, NumberBinding.decimal(value));
		}
		try {
			return GradioProtocol.jsonMapper().treeToValue(value, Object.class);
		}
		catch (JacksonException ex) {
			throw WireValues.unexpected("a number", value);
		}
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return GradioProtocol.jsonMapper().valueToTree(value);
	}

}
