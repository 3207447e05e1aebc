package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Audio;
import org.jspecify.annotations.Nullable;

/**
 * Files with {@link Audio}, in an Audio component.
 */
final class AudioKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Audio hint = value.annotation(Audio.class);
		FileForm form = FileForm.of(value.type().toClass(), value.direction());
		boolean fits = hint != null && form != null;
		if (!Hints.accept(value, fits, FileForm.TYPES, Audio.class) || hint == null || form == null) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("audio")
			.label(value.label())
			.prop("sources", hint.sources())
			.build();
		return new FileBinding(component, form, FileTypes.ANY, "audio.wav");
	}

}
