package io.github.gradiospring.server.component;

import java.math.BigDecimal;

import io.github.gradiospring.server.annotation.Model3d;
import org.jspecify.annotations.Nullable;

/**
 * Files with {@link Model3d}, in a Model3D component.
 */
final class Model3dKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Model3d hint = value.annotation(Model3d.class);
		FileForm form = FileForm.of(value.type().toClass(), value.direction());
		boolean fits = hint != null && form != null;
		if (!Hints.accept(value, fits, FileForm.TYPES, Model3d.class) || hint == null || form == null) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("model3d")
			.label(value.label())
			.prop("display_mode", hint.displayMode().isEmpty() ? null : hint.displayMode())
			.prop("height", (hint.height() > 0) ? hint.height() : null)
			.prop("zoom_speed", WireValues.number(BigDecimal.valueOf(hint.zoomSpeed())))
			.prop("pan_speed", WireValues.number(BigDecimal.valueOf(hint.panSpeed())))
			.build();
		return new FileBinding(component, form, FileTypes.ANY, "model.glb");
	}

}
