package io.github.gradiospring.server.component;

import java.util.Locale;

import io.github.gradiospring.server.annotation.Layout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Layouts, which have no value: an {@link Update} of {@code Void} changes them. */
final class LayoutKind implements ComponentKind {

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		boolean fits = value.type().toClass() == Void.class;
		if (!Hints.accept(value, fits, "an Update<Void>", Layout.class)) {
			return null;
		}
		Layout layout = value.annotation(Layout.class);
		if (layout == null) {
			throw new IllegalArgumentException("'" + value.name()
					+ "' is an update without a value, but does not say of which layout. Annotate it with @Layout.");
		}
		String type = layout.value().name().toLowerCase(Locale.ROOT);
		return new Binding(ComponentDescription.builder(type).skipApi().build());
	}

	/**
	 * A layout.
	 *
	 * @param component the layout
	 */
	private record Binding(ComponentDescription component) implements ComponentBinding {

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			throw new InvalidValueException("A layout has no value.");
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			throw new IllegalArgumentException("A layout has no value");
		}

	}

}
