package io.github.gradiospring.server.component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts one choice.
 */
record ChoiceBinding(ComponentDescription component, Choices choices, boolean dropdown,
		boolean custom) implements ComponentBinding {

	@Override
	public void check(JsonNode value) {
		if (!WireValues.isScalar(value)) {
			throw WireValues.unexpected("one of the choices", value);
		}
	}

	@Override
	public JsonNode parseDefault(String text) {
		JsonNode value = JsonNodeFactory.instance.stringNode(text);
		toJava(value);
		return value;
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		check(value);
		return toJava(value);
	}

	private Object toJava(JsonNode value) {
		if (this.choices.contains(value)) {
			return this.choices.read(value);
		}
		if (this.custom) {
			return PythonText.str(value);
		}
		if (this.dropdown) {
			// Gradio words it differently here
			throw new InvalidValueException("Value: " + PythonText.abbreviate(PythonText.str(value))
					+ " is not in the list of choices: " + PythonText.repr(this.choices.schemaEnum()));
		}
		return this.choices.read(value);
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return this.choices.write(value);
	}

}
