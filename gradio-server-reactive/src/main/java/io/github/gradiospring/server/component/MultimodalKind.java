package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.MultimodalTextbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text with files: {@link MultimodalValue}, in a MultimodalTextbox.
 */
final class MultimodalKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		boolean fits = value.type().toClass() == MultimodalValue.class;
		if (!Hints.accept(value, fits, "a MultimodalValue", MultimodalTextbox.class)) {
			return null;
		}
		MultimodalTextbox hint = value.annotation(MultimodalTextbox.class);
		FileTypes types = (hint != null) ? new FileTypes(List.of(hint.types())) : FileTypes.ANY;
		FileForm form = FileForm.ofArgument(value, value.type(), FileForm.DEFAULT_MAX_PIXELS);
		return new Binding(new FileBinding(describe(value, hint), form, types, "file.bin"));
	}

	private static ComponentDescription describe(ValueDescriptor value, @Nullable MultimodalTextbox hint) {
		ComponentDescription.Builder textbox = ComponentDescription.builder("multimodaltextbox").label(value.label());
		if (value.nullable()) {
			textbox.prop("value", null);
		}
		if (hint != null) {
			textbox.prop("placeholder", hint.placeholder().isEmpty() ? null : hint.placeholder())
				.prop("file_types", (hint.types().length > 0) ? hint.types() : null)
				.prop("file_count", hint.multiple() ? "multiple" : "single")
				.prop("sources", hint.sources())
				.prop("lines", hint.lines())
				.prop("max_lines", hint.maxLines());
		}
		return textbox.build();
	}

	private record Binding(FileBinding file) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return this.file.component();
		}

		@Override
		public void check(JsonNode value) {
			if (!value.path("text").isString()) {
				throw new InvalidValueException("Expected an object with a 'text' and 'files'.");
			}
			JsonNode files = value.path("files");
			if (!files.isMissingNode() && !files.isArray()) {
				throw new InvalidValueException(
						"The 'files' of a text are a list, not " + WireValues.describe(files) + ".");
			}
			files.forEach(this.file::check);
		}

		// a text alone
		@Override
		public JsonNode parseDefault(String text) {
			return write(new MultimodalValue<>(text), JsonNodeFactory.instance.arrayNode());
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			List<Object> files = new ArrayList<>();
			value.path("files").forEach((file) -> files.add(this.file.read(file, context)));
			return new MultimodalValue<>(value.path("text").stringValue(), files);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			MultimodalValue<?> multimodal = (MultimodalValue<?>) value;
			ArrayNode files = JsonNodeFactory.instance.arrayNode();
			multimodal.files().forEach((file) -> files.add(this.file.write(file, context)));
			return write(multimodal, files);
		}

		private static ObjectNode write(MultimodalValue<?> value, ArrayNode files) {
			ObjectNode result = JsonNodeFactory.instance.objectNode().put("text", value.text());
			result.set("files", files);
			return result;
		}

		@Override
		public boolean blocking() {
			return true;
		}

	}

}
