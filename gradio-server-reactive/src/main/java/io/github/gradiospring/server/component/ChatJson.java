package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The notation of chat messages. Gradio writes all four keys and the content as a list;
 * it reads the content as plain text too, and messages without metadata and options.
 */
final class ChatJson {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	private ChatJson() {
	}

	static void check(JsonNode message) {
		JsonNode content = message.path("content");
		if (!message.path("role").isString() || content.isMissingNode() || content.isNull()) {
			throw new InvalidValueException("Each message of a chat needs a 'role' and a 'content'.");
		}
	}

	static ChatMessage read(JsonNode message, ConversionContext context) {
		check(message);
		List<ChatContent> content = new ArrayList<>();
		JsonNode parts = message.path("content");
		if (parts.isArray()) {
			parts.forEach((part) -> content.add(readPart(part, context)));
		}
		else {
			content.add(readPart(parts, context));
		}
		try {
			return new ChatMessage(message.path("role").stringValue(), content,
					convert(message.path("metadata"), ChatMetadata.class), options(message.path("options")));
		}
		catch (JacksonException ex) {
			throw new InvalidValueException("The 'metadata' or the 'options' of a message have a wrong form.");
		}
	}

	private static ChatContent readPart(JsonNode part, ConversionContext context) {
		if (part.isString()) {
			return new ChatContent.Text(part.stringValue());
		}
		if (part.path("text").isString()) {
			return new ChatContent.Text(part.path("text").stringValue());
		}
		if (part.has("file")) {
			JsonNode altText = part.path("alt_text");
			return new ChatContent.File(WireFiles.find(part.path("file"), context).data(),
					altText.isString() ? altText.stringValue() : null);
		}
		if (part.path("path").isString()) {
			return new ChatContent.File(WireFiles.find(part, context).data(), null);
		}
		if (part.path("component").isString()) {
			return new ChatContent.Component(part);
		}
		throw new InvalidValueException("The content of a message is a text, a file or a component.");
	}

	private static @Nullable List<ChatOption> options(JsonNode options) {
		if (!options.isArray()) {
			return null;
		}
		List<ChatOption> result = new ArrayList<>(options.size());
		options.forEach((option) -> result.add(MAPPER.treeToValue(option, ChatOption.class)));
		return result;
	}

	private static <T> @Nullable T convert(JsonNode value, Class<T> type) {
		return value.isObject() ? MAPPER.treeToValue(value, type) : null;
	}

	static ObjectNode write(ChatMessage message, ConversionContext context) {
		ObjectNode result = JsonNodeFactory.instance.objectNode().put("role", message.role());
		result.set("metadata", MAPPER.valueToTree(message.metadata()));
		ArrayNode content = result.putArray("content");
		message.content().forEach((part) -> content.add(writePart(part, context)));
		result.set("options", MAPPER.valueToTree(message.options()));
		return result;
	}

	private static JsonNode writePart(ChatContent part, ConversionContext context) {
		if (part instanceof ChatContent.Text text) {
			return JsonNodeFactory.instance.objectNode().put("text", text.text()).put("type", "text");
		}
		if (part instanceof ChatContent.File file) {
			ObjectNode result = JsonNodeFactory.instance.objectNode();
			result.set("file", WireFiles.write(WireFiles.save(file.file(), "file.bin", context)));
			return result.put("alt_text", file.altText()).put("type", "file");
		}
		return ((ChatContent.Component) part).value();
	}

}
