package io.github.gradiospring.server.component;

import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.Radio;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One choice of several: an enum, or a {@code String} with {@link Radio} or
 * {@link Dropdown}.
 */
final class ChoiceKind implements ComponentKind {

	private static final int MAX_RADIO_BUTTONS = 4;

	private static final String[] NONE = {};

	private final JsonMapper mapper;

	ChoiceKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Class<?> type = value.type().toClass();
		Radio radio = value.annotation(Radio.class);
		Dropdown dropdown = value.annotation(Dropdown.class);
		if (dropdown != null && Elements.elementOf(value.type()) != null) {
			return null;
		}
		boolean text = type == String.class && (radio != null || dropdown != null);
		if (!Hints.accept(value, type.isEnum() || text, "an enum or a String", Radio.class, Dropdown.class)) {
			return null;
		}
		String[] names = (dropdown != null) ? dropdown.choices() : (radio != null) ? radio.choices() : NONE;
		String[] labels = (dropdown != null) ? dropdown.labels() : (radio != null) ? radio.labels() : NONE;
		Choices choices = text ? Choices.of(value, names, labels) : Choices.of(value, type, names, labels, this.mapper);
		boolean custom = dropdown != null && dropdown.allowCustomValue();
		checkDeclaration(value, choices, text, custom);
		boolean buttons = (radio != null) || (dropdown == null && choices.names().size() <= MAX_RADIO_BUTTONS);
		return buttons ? new ChoiceBinding(radio(value, choices), choices, false, false)
				: new ChoiceBinding(dropdown(value, dropdown, choices), choices, true, custom);
	}

	static void checkDeclaration(ValueDescriptor value, Choices choices, boolean text, boolean custom) {
		if (choices.isEmpty() && !custom) {
			throw new IllegalArgumentException(
					"'" + value.name() + "' has no choices. Name them in the annotation, or use an enum.");
		}
		if (custom && !text) {
			throw new IllegalArgumentException("'" + value.name() + "' is an enum, so it cannot allow other values. "
					+ "Use String as the type, or remove allowCustomValue.");
		}
	}

	private static ComponentDescription radio(ValueDescriptor value, Choices choices) {
		ObjectNode schema = JsonNodeFactory.instance.objectNode();
		schema.set("enum", choices.schemaEnum());
		schema.put("title", "Radio").put("type", "string");
		return ComponentDescription.builder("radio")
			.label(value.label())
			.prop("choices", choices.prop())
			.schema(schema, choices.pythonType())
			.exampleInput(choices.names().get(0))
			.build();
	}

	private static ComponentDescription dropdown(ValueDescriptor value, @Nullable Dropdown hint, Choices choices) {
		ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
		schema.set("enum", choices.schemaEnum());
		String first = choices.isEmpty() ? null : choices.names().get(0);
		return ComponentDescription.builder("dropdown")
			.label(value.label())
			.prop("choices", choices.prop())
			.prop("value", value.nullable() ? null : first)
			.prop("allow_custom_value", hint != null && hint.allowCustomValue())
			.prop("filterable", hint == null || hint.filterable())
			.schema(schema, choices.pythonType())
			.exampleInput(first)
			.build();
	}

}
