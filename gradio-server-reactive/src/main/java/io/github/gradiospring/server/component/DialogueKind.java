package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.gradiospring.server.annotation.Dialogue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;

/**
 * Dialogues: collections and arrays of {@link DialogueLine}.
 */
final class DialogueKind implements ComponentKind {

	private static final String FORMAT = "format";

	private static final String PARSE = "unformat";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ResolvableType element = Elements.elementOf(value.type());
		boolean fits = element != null && element.toClass() == DialogueLine.class;
		if (!Hints.accept(value, fits, "a List<DialogueLine>", Dialogue.class)) {
			return null;
		}
		ComponentDescription.Builder dialogue = ComponentDescription.builder("dialogue").label(value.label());
		Dialogue hint = value.annotation(Dialogue.class);
		List<String> speakers = (hint != null) ? List.of(hint.speakers()) : List.of();
		if (hint != null) {
			dialogue.prop("speakers", speakers.isEmpty() ? null : speakers)
				.prop("tags", hint.tags())
				.prop("placeholder", hint.placeholder().isEmpty() ? null : hint.placeholder());
		}
		dialogue.prop("server_fns", List.of(FORMAT, PARSE));
		return new Binding(dialogue.build(), Elements.of(value), speakers.isEmpty() ? "Unknown" : speakers.get(0));
	}

	/**
	 * Converts dialogues. As in Gradio a text stands for lines, each with its speaker in
	 * brackets.
	 *
	 * @param elements makes the collection
	 * @param speaker who says the lines of a text without a speaker
	 */
	private record Binding(ComponentDescription component, Elements elements,
			String speaker) implements ComponentBinding {

		private static final Pattern LINE = Pattern.compile("\\[([^\\]]*)\\](.*)");

		@Override
		public void check(JsonNode value) {
			if (value.isString()) {
				return;
			}
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of lines", value);
			}
			for (JsonNode line : value) {
				if (!line.path("speaker").isString() || !line.path("text").isString()) {
					throw new InvalidValueException("Each line of a dialogue needs a 'speaker' and a 'text'.");
				}
			}
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			return this.elements.collect(lines(value));
		}

		private List<DialogueLine> lines(JsonNode value) {
			check(value);
			List<DialogueLine> lines = new ArrayList<>();
			if (value.isString()) {
				value.stringValue()
					.lines()
					.map(String::strip)
					.filter((line) -> !line.isEmpty())
					.map(this::parse)
					.forEach(lines::add);
			}
			for (JsonNode line : value) {
				lines.add(new DialogueLine(line.path("speaker").stringValue(), line.path("text").stringValue()));
			}
			return lines;
		}

		private DialogueLine parse(String line) {
			Matcher matcher = LINE.matcher(line);
			return matcher.matches() ? new DialogueLine(matcher.group(1), matcher.group(2).strip())
					: new DialogueLine(this.speaker, line);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			List<DialogueLine> lines = new ArrayList<>();
			Elements.forEach(value, (line) -> lines.add((DialogueLine) line));
			return write(lines);
		}

		private static ArrayNode write(List<DialogueLine> lines) {
			ArrayNode result = JsonNodeFactory.instance.arrayNode();
			lines.forEach((line) -> result.addObject().put("speaker", line.speaker()).put("text", line.text()));
			return result;
		}

		// the frontend switches between lines and text
		@Override
		public JsonNode call(String function, JsonNode data) {
			return switch (function) {
				case FORMAT -> JsonNodeFactory.instance.stringNode(lines(data).stream()
					.map((line) -> "[" + line.speaker() + "] " + line.text())
					.collect(Collectors.joining("\n")));
				case PARSE -> write(data.path("text").isString() ? lines(data.path("text")) : List.of());
				default -> ComponentBinding.super.call(function, data);
			};
		}

	}

}
