package io.github.gradiospring.protocol.message;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads an {@link Output} in one pass. Its kind shows only in its keys, in any order.
 */
final class OutputDeserializer extends ValueDeserializer<Output> {

	@Override
	public Output deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.isExpectedStartObjectToken()) {
			return (Output) context.handleUnexpectedToken(Output.class, parser);
		}
		Fields fields = new Fields();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			parser.nextToken();
			read(name, fields, parser, context);
		}
		return fields.toOutput();
	}

	private static void read(String name, Fields fields, JsonParser parser, DeserializationContext context) {
		switch (name) {
			case "data" -> fields.data = readList(JsonNode.class, parser, context);
			case "error" -> {
				fields.hasError = true;
				fields.error = readError(parser, context);
			}
			case "is_generating" -> fields.isGenerating = readValue(Boolean.class, parser, context);
			case "duration" -> fields.duration = readValue(Double.class, parser, context);
			case "average_duration" -> fields.averageDuration = readValue(Double.class, parser, context);
			case "render_config" -> fields.renderConfig = readValue(JsonNode.class, parser, context);
			case "changed_state_ids" -> fields.changedStateIds = readList(Integer.class, parser, context);
			case "used_cache" -> fields.usedCache = readValue(CacheUse.class, parser, context);
			case "visible" -> fields.visible = readValue(Boolean.class, parser, context);
			case "title" -> fields.title = readValue(String.class, parser, context);
			default -> parser.skipChildren();
		}
	}

	private static <T> @Nullable T readValue(Class<T> type, JsonParser parser, DeserializationContext context) {
		return parser.hasToken(JsonToken.VALUE_NULL) ? null : context.readValue(parser, type);
	}

	private static <T> List<T> readList(Class<T> type, JsonParser parser, DeserializationContext context) {
		List<T> list = new ArrayList<>();
		if (!parser.hasToken(JsonToken.VALUE_NULL)) {
			if (!parser.isExpectedStartArrayToken()) {
				context.handleUnexpectedToken(List.class, parser);
			}
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				list.add(context.readValue(parser, type));
			}
		}
		return list;
	}

	/**
	 * Servers may send any value as the error; callers get its text.
	 */
	private static @Nullable String readError(JsonParser parser, DeserializationContext context) {
		JsonNode error = readValue(JsonNode.class, parser, context);
		if (error == null) {
			return null;
		}
		return error.isString() ? error.stringValue() : error.toString();
	}

	private static final class Fields {

		private boolean hasError;

		private @Nullable String error;

		private @Nullable List<JsonNode> data;

		private @Nullable Boolean isGenerating;

		private @Nullable Double duration;

		private @Nullable Double averageDuration;

		private @Nullable JsonNode renderConfig;

		private List<Integer> changedStateIds = List.of();

		private @Nullable CacheUse usedCache;

		private @Nullable Boolean visible;

		private @Nullable String title;

		Output toOutput() {
			if (this.hasError) {
				return new ErrorOutput(this.error, this.duration, this.visible, this.title);
			}
			if (this.data == null) {
				return new EmptyOutput();
			}
			return new OutputData(this.data, this.isGenerating, this.duration, this.averageDuration, this.renderConfig,
					this.changedStateIds, this.usedCache);
		}

	}

}
