package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.Chatbot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;

/**
 * Chats: a collection or an array of {@link ChatMessage}, in a Chatbot.
 */
final class ChatKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ResolvableType element = Elements.elementOf(value.type());
		boolean fits = element != null && element.toClass() == ChatMessage.class;
		if (!Hints.accept(value, fits, "a List<ChatMessage>", Chatbot.class)) {
			return null;
		}
		ComponentDescription.Builder component = ComponentDescription.builder("chatbot").label(value.label());
		Chatbot hint = value.annotation(Chatbot.class);
		if (hint != null) {
			component.prop("height", hint.height())
				.prop("placeholder", hint.placeholder().isEmpty() ? null : hint.placeholder());
		}
		if (value.nullable()) {
			component.prop("value", null);
		}
		return new Binding(component.build(), Elements.of(value));
	}

	private record Binding(ComponentDescription component, Elements elements) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of messages", value);
			}
			value.forEach(ChatJson::check);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			List<ChatMessage> messages = new ArrayList<>(value.size());
			value.forEach((message) -> messages.add(ChatJson.read(message, context)));
			return this.elements.collect(messages);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ArrayNode messages = JsonNodeFactory.instance.arrayNode();
			Elements.forEach(value, (message) -> messages.add(ChatJson.write((ChatMessage) message, context)));
			return messages;
		}

		// messages may hold files
		@Override
		public boolean blocking() {
			return true;
		}

	}

}
