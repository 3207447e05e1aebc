package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.CheckboxGroup;
import io.github.gradiospring.server.annotation.Dropdown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Several choices: a collection or an array of an enum, or of {@code String} with
 * {@link CheckboxGroup} or {@link Dropdown}.
 */
final class MultiChoiceKind implements ComponentKind {

	private static final String[] NONE = {};

	private final JsonMapper mapper;

	MultiChoiceKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		ResolvableType elementType = Elements.elementOf(value.type());
		Class<?> element = (elementType != null) ? elementType.toClass() : null;
		CheckboxGroup group = value.annotation(CheckboxGroup.class);
		Dropdown dropdown = value.annotation(Dropdown.class);
		boolean text = element == String.class && (group != null || dropdown != null);
		boolean fits = element != null && (element.isEnum() || text);
		if (!Hints.accept(value, fits, "a collection of an enum or of String", CheckboxGroup.class, Dropdown.class)
				|| element == null) {
			return null;
		}
		String[] names = (dropdown != null) ? dropdown.choices() : (group != null) ? group.choices() : NONE;
		String[] labels = (dropdown != null) ? dropdown.labels() : (group != null) ? group.labels() : NONE;
		Choices choices = text ? Choices.of(value, names, labels)
				: Choices.of(value, element, names, labels, this.mapper);
		boolean custom = dropdown != null && dropdown.allowCustomValue();
		ChoiceKind.checkDeclaration(value, choices, text, custom);
		ComponentDescription component = (dropdown != null) ? dropdown(value, dropdown, choices)
				: group(value, choices);
		return new Binding(component, choices, custom, Elements.of(value));
	}

	private static ComponentDescription group(ValueDescriptor value, Choices choices) {
		ObjectNode items = JsonNodeFactory.instance.objectNode();
		items.set("enum", choices.schemaEnum());
		items.put("type", "string");
		ObjectNode schema = JsonNodeFactory.instance.objectNode();
		schema.set("items", items);
		schema.put("title", "Checkbox Group").put("type", "array");
		return describe(ComponentDescription.builder("checkboxgroup"), value, choices, schema);
	}

	private static ComponentDescription dropdown(ValueDescriptor value, Dropdown hint, Choices choices) {
		ObjectNode items = JsonNodeFactory.instance.objectNode().put("type", "string");
		items.set("enum", choices.schemaEnum());
		ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
		schema.set("items", items);
		ComponentDescription.Builder dropdown = ComponentDescription.builder("dropdown")
			.prop("multiselect", true)
			.prop("allow_custom_value", hint.allowCustomValue())
			.prop("filterable", hint.filterable());
		return describe(dropdown, value, choices, schema);
	}

	private static ComponentDescription describe(ComponentDescription.Builder component, ValueDescriptor value,
			Choices choices, JsonNode schema) {
		return component.label(value.label())
			.prop("choices", choices.prop())
			.prop("value", value.nullable() ? null : List.of())
			.schema(schema, "list[" + choices.pythonType() + "]")
			.exampleInput(choices.isEmpty() ? List.of() : List.of(choices.names().get(0)))
			.build();
	}

	private record Binding(ComponentDescription component, Choices choices, boolean custom,
			Elements elements) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of choices", value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			// one plain choice, or several as JSON
			JsonNode value = text.stripLeading().startsWith("[") ? WireValues.parseJson(text)
					: JsonNodeFactory.instance.arrayNode().add(text);
			toJava(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return toJava(value);
		}

		private Object toJava(JsonNode value) {
			List<Object> chosen = new ArrayList<>(value.size());
			for (JsonNode choice : value) {
				boolean other = this.custom && WireValues.isScalar(choice) && !this.choices.contains(choice);
				chosen.add(other ? PythonText.str(choice) : this.choices.read(choice));
			}
			return this.elements.collect(chosen);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
			Elements.forEach(value, (choice) -> chosen.add(this.choices.write(choice)));
			return chosen;
		}

	}

}
