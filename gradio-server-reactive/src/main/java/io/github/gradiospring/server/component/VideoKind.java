package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Video;
import org.jspecify.annotations.Nullable;

/**
 * Files with {@link Video}, in a Video component.
 */
final class VideoKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Video hint = value.annotation(Video.class);
		FileForm form = FileForm.of(value.type().toClass(), value.direction());
		boolean fits = hint != null && form != null;
		if (!Hints.accept(value, fits, FileForm.TYPES, Video.class) || hint == null || form == null) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("video")
			.label(value.label())
			.prop("sources", hint.sources())
			.build();
		return new FileBinding(component, form, FileTypes.ANY, "video.mp4");
	}

}
