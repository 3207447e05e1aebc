package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Image;
import org.jspecify.annotations.Nullable;

/**
 * Images: {@code BufferedImage}, and files with {@link Image}, in an Image component.
 */
final class ImageKind implements ComponentKind {

	// by name: a runtime image may lack java.desktop
	private static final String BUFFERED_IMAGE = "java.awt.image.BufferedImage";

	private static final long DEFAULT_MAX_PIXELS = 50_000_000;

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Image hint = value.annotation(Image.class);
		Class<?> type = value.type().toClass();
		FileForm form = null;
		if (type.getName().equals(BUFFERED_IMAGE)) {
			form = new ImageForm((hint != null) ? hint.maxPixels() : DEFAULT_MAX_PIXELS);
		}
		else if (hint != null) {
			form = FileForm.of(type, value.direction());
		}
		if (!Hints.accept(value, form != null, "a BufferedImage, " + FileForm.TYPES, Image.class) || form == null) {
			return null;
		}
		ComponentDescription.Builder component = ComponentDescription.builder("image").label(value.label());
		if (hint != null) {
			component.prop("sources", hint.sources());
		}
		return new FileBinding(component.build(), form, FileTypes.ANY, "image.png");
	}

}
