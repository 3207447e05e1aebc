package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Image;
import org.jspecify.annotations.Nullable;

/**
 * Images: {@code BufferedImage}, and files with {@link Image}, in an Image component.
 */
final class ImageKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Image hint = value.annotation(Image.class);
		Class<?> type = value.type().toClass();
		FileForm form = null;
		if (hint != null || FileForm.isDecodedImage(type)) {
			form = FileForm.ofImage(type, value.direction(),
					(hint != null) ? hint.maxPixels() : FileForm.DEFAULT_MAX_PIXELS);
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
