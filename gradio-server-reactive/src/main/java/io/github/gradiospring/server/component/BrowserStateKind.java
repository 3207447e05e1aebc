package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.BrowserState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values with {@link BrowserState}, which stay in the browser.
 */
final class BrowserStateKind implements ComponentKind {

	private final JsonMapper mapper;

	BrowserStateKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		BrowserState hint = value.annotation(BrowserState.class);
		if (!Hints.accept(value, hint != null, "a type that Jackson converts", BrowserState.class) || hint == null) {
			return null;
		}
		String key = hint.storageKey().isEmpty() ? value.name() : hint.storageKey();
		JsonConversion conversion = new JsonConversion(this.mapper, value.type());
		ComponentDescription component = ComponentDescription.builder("browserstate")
			.label(value.label())
			.prop("storage_key", key)
			.prop("secret", hint.secret().isEmpty() ? key : hint.secret())
			.build();
		Binding binding = new Binding(component, conversion);
		if (value.defaultValue() == null) {
			return binding;
		}
		// the browser starts with this one, and callers without a page with 'value'
		return new Binding(component.withProp("default_value", initial(value, binding)), conversion);
	}

	private static JsonNode initial(ValueDescriptor value, Binding binding) {
		try {
			return binding.parseDefault(String.valueOf(value.defaultValue()));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The default of '" + value.name() + "' is wrong: " + ex.getMessage(),
					ex);
		}
	}

	private record Binding(ComponentDescription component, JsonConversion conversion) implements ComponentBinding {

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = WireValues.parseJson(text);
			if (!value.isNull()) {
				this.conversion.read(value);
			}
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			return this.conversion.read(value);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return this.conversion.write(value);
		}

	}

}
