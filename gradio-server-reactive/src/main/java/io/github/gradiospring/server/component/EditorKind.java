package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.gradiospring.server.annotation.ImageEditor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drawings: {@link EditorValue}, and images with {@link ImageEditor}, in an ImageEditor.
 */
final class EditorKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ImageEditor hint = value.annotation(ImageEditor.class);
		Class<?> type = value.type().toClass();
		long maxPixels = (hint != null) ? hint.maxPixels() : FileForm.DEFAULT_MAX_PIXELS;
		boolean layered = type == EditorValue.class;
		FileForm single = (hint != null) ? FileForm.ofImage(type, value.direction(), maxPixels) : null;
		if (!Hints.accept(value, layered || single != null, "an EditorValue, a BufferedImage, " + FileForm.TYPES,
				ImageEditor.class)) {
			return null;
		}
		FileForm form = (single != null) ? single : FileForm.ofArgument(value, value.type(), maxPixels);
		return new Binding(new FileBinding(describe(value, hint), form, FileTypes.ANY, "image.png"), layered);
	}

	private static ComponentDescription describe(ValueDescriptor value, @Nullable ImageEditor hint) {
		ImageEditor.Mode mode = (hint != null) ? hint.mode() : ImageEditor.Mode.EDITOR;
		String template = (mode == ImageEditor.Mode.EDITOR) ? "imageeditor" : mode.name().toLowerCase(Locale.ROOT);
		ComponentDescription.Builder editor = ComponentDescription.builder("imageeditor", template)
			.label(value.label());
		if (hint != null) {
			editor.prop("canvas_size", List.of(hint.width(), hint.height())).prop("fixed_canvas", hint.fixedCanvas());
		}
		return editor.build();
	}

	/**
	 * Converts drawings. The frontend has two ways to send one: the files themselves, or
	 * the id of images that it sent before; the second one needs a function of the
	 * component on the server, which the description does not offer.
	 *
	 * @param file converts one image
	 * @param layered whether the value has layers, otherwise it is one image
	 */
	private record Binding(FileBinding file, boolean layered) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return this.file.component();
		}

		@Override
		public void check(JsonNode value) {
			if (!value.isObject()) {
				throw WireValues.unexpected("an object with 'background', 'layers' and 'composite'", value);
			}
			if (value.hasNonNull("id")) {
				throw new InvalidValueException("The 'id' of a drawing is not known here. Send its images.");
			}
			if (value.hasNonNull("layers") && !value.path("layers").isArray()) {
				throw new InvalidValueException("The 'layers' of a drawing are a list of images.");
			}
			for (String part : List.of("background", "composite")) {
				if (value.hasNonNull(part)) {
					this.file.check(value.path(part));
				}
			}
			value.path("layers").forEach(this.file::check);
			if (!this.layered && !value.hasNonNull("composite") && !value.hasNonNull("background")) {
				throw new InvalidValueException("The drawing is empty.");
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			return this.file.parseDefault(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			if (!this.layered) {
				return this.file.read(value.path(value.hasNonNull("composite") ? "composite" : "background"), context);
			}
			List<Object> layers = new ArrayList<>();
			value.path("layers").forEach((layer) -> layers.add(this.file.read(layer, context)));
			return new EditorValue<>(read(value, "background", context), layers, read(value, "composite", context));
		}

		private @Nullable Object read(JsonNode value, String part, ConversionContext context) {
			return value.hasNonNull(part) ? this.file.read(value.path(part), context) : null;
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			EditorValue<?> drawing = this.layered ? (EditorValue<?>) value : EditorValue.of(value);
			ObjectNode result = JsonNodeFactory.instance.objectNode();
			result.set("background", write(context, drawing.background()));
			ArrayNode layers = result.putArray("layers");
			drawing.layers().forEach((layer) -> layers.add(this.file.write(layer, context)));
			result.set("composite", (drawing.composite() == drawing.background()) ? result.get("background")
					: write(context, drawing.composite()));
			return result.putNull("id");
		}

		private @Nullable JsonNode write(ConversionContext context, @Nullable Object image) {
			return (image != null) ? this.file.write(image, context) : null;
		}

		@Override
		public boolean blocking() {
			return true;
		}

	}

}
