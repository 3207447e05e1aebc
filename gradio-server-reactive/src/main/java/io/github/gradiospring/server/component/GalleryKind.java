package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.Gallery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Galleries: collections and arrays of {@link GalleryItem} or {@code BufferedImage}, and
 * of files with {@link Gallery}.
 */
final class GalleryKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Gallery hint = value.annotation(Gallery.class);
		ResolvableType element = Elements.elementOf(value.type());
		boolean items = element != null && element.toClass() == GalleryItem.class;
		boolean fits = items || element != null && (FileForm.isDecodedImage(element.toClass())
				|| hint != null && FileForm.of(element.toClass(), value.direction()) != null);
		if (!Hints.accept(value, fits, "a list of GalleryItem, BufferedImage, " + FileForm.TYPES, Gallery.class)
				|| element == null) {
			return null;
		}
		long maxPixels = (hint != null) ? hint.maxPixels() : FileForm.DEFAULT_MAX_PIXELS;
		FileForm form = items ? FileForm.ofArgument(value, element, maxPixels)
				: FileForm.ofImage(element.toClass(), value.direction(), maxPixels);
		if (form == null) {
			return null;
		}
		FileTypes types = (hint != null) ? new FileTypes(List.of(hint.types())) : FileTypes.ANY;
		return new Binding(new FileBinding(describe(value, hint), form, types, "image.png"), Elements.of(value), items);
	}

	private static ComponentDescription describe(ValueDescriptor value, @Nullable Gallery hint) {
		ComponentDescription.Builder gallery = ComponentDescription.builder("gallery").label(value.label());
		if (value.nullable()) {
			gallery.prop("value", null);
		}
		if (hint != null) {
			gallery.prop("columns", hint.columns())
				.prop("rows", (hint.rows() > 0) ? hint.rows() : null)
				.prop("height", (hint.height() > 0) ? hint.height() : null)
				.prop("object_fit", hint.objectFit().isEmpty() ? null : hint.objectFit())
				.prop("file_types", (hint.types().length > 0) ? hint.types() : null)
				.prop("sources", hint.sources());
		}
		return gallery.build();
	}

	/**
	 * Converts galleries.
	 *
	 * @param file converts the file of an item
	 * @param elements makes the collection
	 * @param items whether the elements are items, otherwise they are the media alone
	 */
	private record Binding(FileBinding file, Elements elements, boolean items) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return this.file.component();
		}

		@Override
		public void check(JsonNode value) {
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of images and videos", value);
			}
			value.forEach((item) -> this.file.check(media(item)));
		}

		@Override
		public JsonNode parseDefault(String text) {
			return this.file.parseDefault(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			List<Object> result = new ArrayList<>(value.size());
			for (JsonNode item : value) {
				Object media = this.file.read(media(item), context);
				JsonNode caption = item.path("caption");
				result.add(this.items ? new GalleryItem<>(media, caption.isString() ? caption.stringValue() : null)
						: media);
			}
			return this.elements.collect(result);
		}

		private static JsonNode media(JsonNode item) {
			JsonNode media = item.hasNonNull("image") ? item.path("image") : item.path("video");
			if (!media.isObject()) {
				throw new InvalidValueException("Each item of a gallery needs an 'image' or a 'video'.");
			}
			return media;
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ArrayNode result = JsonNodeFactory.instance.arrayNode();
			Elements.forEach(value, (element) -> result.add(writeItem(element, context)));
			return result;
		}

		private ObjectNode writeItem(Object element, ConversionContext context) {
			GalleryItem<?> item = (element instanceof GalleryItem<?> given) ? given : new GalleryItem<>(element);
			JsonNode media = this.file.write(item.media(), context);
			boolean video = media.path("mime_type").asString("").startsWith("video/");
			ObjectNode result = JsonNodeFactory.instance.objectNode();
			result.set(video ? "video" : "image", media);
			return result.put("caption", item.caption());
		}

		@Override
		public boolean blocking() {
			return true;
		}

	}

}
