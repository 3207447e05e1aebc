package io.github.gradiospring.protocol;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * One line of JSON with a space after each comma and colon.
 */
final class SpacedPrinter extends MinimalPrettyPrinter {

	private static final long serialVersionUID = 1L;

	@Override
	public void writeObjectNameValueSeparator(JsonGenerator generator) {
		generator.writeRaw(": ");
	}

	@Override
	public void writeObjectEntrySeparator(JsonGenerator generator) {
		generator.writeRaw(", ");
	}

	@Override
	public void writeArrayValueSeparator(JsonGenerator generator) {
		generator.writeRaw(", ");
	}

}
