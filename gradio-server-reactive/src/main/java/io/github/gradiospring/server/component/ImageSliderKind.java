package io.github.gradiospring.server.component;

import java.math.BigDecimal;

import io.github.gradiospring.server.annotation.ImageSlider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Pairs of images: {@link ImagePair}, in an ImageSlider.
 */
final class ImageSliderKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		boolean fits = value.type().toClass() == ImagePair.class;
		if (!Hints.accept(value, fits, "an ImagePair", ImageSlider.class)) {
			return null;
		}
		ImageSlider hint = value.annotation(ImageSlider.class);
		FileForm form = FileForm.ofArgument(value, value.type(),
				(hint != null) ? hint.maxPixels() : FileForm.DEFAULT_MAX_PIXELS);
		ComponentDescription.Builder slider = ComponentDescription.builder("imageslider").label(value.label());
		if (hint != null) {
			slider.prop("slider_position", WireValues.number(BigDecimal.valueOf(hint.position())))
				.prop("max_height", hint.maxHeight());
		}
		return new Binding(new FileBinding(slider.build(), form, FileTypes.ANY, "image.png"));
	}

	private record Binding(FileBinding file) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return this.file.component();
		}

		@Override
		public void check(JsonNode value) {
			if (!value.isArray() || value.size() != 2) {
				throw new InvalidValueException("Expected a list of two images.");
			}
			for (JsonNode image : value) {
				if (!image.isNull()) {
					this.file.check(image);
				}
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			return this.file.parseDefault(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return new ImagePair<>(read(context, value.get(0)), read(context, value.get(1)));
		}

		private @Nullable Object read(ConversionContext context, JsonNode image) {
			return image.isNull() ? null : this.file.read(image, context);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ImagePair<?> pair = (ImagePair<?>) value;
			return JsonNodeFactory.instance.arrayNode()
				.add(write(context, pair.first()))
				.add(write(context, pair.second()));
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
