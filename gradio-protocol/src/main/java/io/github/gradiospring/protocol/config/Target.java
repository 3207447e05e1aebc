package io.github.gradiospring.protocol.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What triggers a dependency, written as <code>[component_id, event]</code>.
 *
 * @param componentId the component; {@code null} for events without one, such as
 * <code>then</code> and <code>unload</code>
 * @param event the event
 */
public record Target(@Nullable Integer componentId, String event) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Target read(JsonNode json) {
		// Before Gradio 4 a target was the bare component
		JsonNode id = json.isArray() ? json.path(0) : json;
		JsonNode event = json.path(1);
		return new Target(id.canConvertToInt() ? id.intValue() : null, event.isString() ? event.stringValue() : "");
	}

	@JsonValue
	@Nullable Object[] toWire() {
		return new @Nullable Object[] { this.componentId, this.event };
	}

}
