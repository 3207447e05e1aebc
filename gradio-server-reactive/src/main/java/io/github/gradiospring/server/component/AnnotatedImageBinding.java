package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.component.AnnotatedImage.Annotation;
import io.github.gradiospring.server.component.AnnotatedImage.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts images with labelled regions. Regions are pictures on the wire.
 *
 * @param file converts the image
 * @param colors the colours of labels, as numbers of the form 0xrrggbb
 */
record AnnotatedImageBinding(FileBinding file, Map<String, Integer> colors) implements ComponentBinding {

	private static final int RED = 0xff0000;

	@Override
	public ComponentDescription component() {
		return this.file.component();
	}

	@Override
	public void check(JsonNode value) {
		if (!value.path("image").isObject() || !value.path("annotations").isArray()) {
			throw new InvalidValueException("Expected an object with an 'image' and 'annotations'.");
		}
		this.file.check(value.path("image"));
		for (JsonNode annotation : value.path("annotations")) {
			if (!annotation.path("label").isString() || !annotation.path("image").isObject()) {
				throw new InvalidValueException("Each of the annotations needs an 'image' and a 'label'.");
			}
			WireFiles.parse(annotation.path("image"));
		}
	}

	@Override
	public JsonNode parseDefault(String text) {
		return this.file.parseDefault(text);
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		check(value);
		List<Annotation> annotations = new ArrayList<>();
		for (JsonNode annotation : value.path("annotations")) {
			annotations.add(new Annotation(annotation.path("label").stringValue(),
					new Region.Picture(WireFiles.find(annotation.path("image"), context).data())));
		}
		return new AnnotatedImage<>(this.file.read(value.path("image"), context), annotations);
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		AnnotatedImage<?> annotated = (AnnotatedImage<?>) value;
		JsonNode image = this.file.write(annotated.image(), context);
		ObjectNode result = JsonNodeFactory.instance.objectNode();
		result.set("image", image);
		ArrayNode annotations = result.putArray("annotations");
		RegionPainter painter = null;
		for (Annotation annotation : annotated.annotations()) {
			Object picture;
			if (annotation.region() instanceof Region.Picture given) {
				picture = given.file();
			}
			else {
				painter = (painter != null) ? painter : ImageForm.painter(WireFiles.find(image, context));
				picture = painter.png(annotation.region(), this.colors.getOrDefault(annotation.label(), RED));
			}
			ObjectNode written = annotations.addObject();
			written.set("image", WireFiles.write(WireFiles.save(picture, "mask.png", context)));
			written.put("label", annotation.label());
		}
		return result;
	}

	@Override
	public boolean blocking() {
		return true;
	}

}
