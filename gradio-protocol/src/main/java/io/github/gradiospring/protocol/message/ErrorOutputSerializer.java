package io.github.gradiospring.protocol.message;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes just the keys that the shape of the error has.
 */
final class ErrorOutputSerializer extends ValueSerializer<ErrorOutput> {

	@Override
	public void serialize(ErrorOutput output, JsonGenerator generator, SerializationContext context) {
		generator.writeStartObject(output);
		generator.writeStringProperty("error", output.error());
		Double duration = output.duration();
		if (duration == null) {
			if (output.title() != null) {
				generator.writeNullProperty("duration");
			}
		}
		else if (duration == Math.rint(duration) && Math.abs(duration) < Long.MAX_VALUE) {
			// 5 and not 5.0, as a Python int is written
			generator.writeNumberProperty("duration", duration.longValue());
		}
		else {
			generator.writeNumberProperty("duration", duration.doubleValue());
		}
		if (output.visible() != null) {
			generator.writeBooleanProperty("visible", output.visible());
		}
		if (output.title() != null) {
			generator.writeStringProperty("title", output.title());
		}
		generator.writeEndObject();
	}

}
