package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The choices of a value: the constants of an enum, or texts.
 */
final class Choices {

	private final Map<String, Object> javaValues = new LinkedHashMap<>();

	private final Map<Object, String> wireValues = new LinkedHashMap<>();

	private final List<String> labels;

	private Choices(ValueDescriptor value, Map<String, Object> choices, String[] labels) {
		choices.forEach((name, constant) -> {
			this.javaValues.put(name, constant);
			this.wireValues.put(constant, name);
		});
		if (labels.length > 0 && labels.length != choices.size()) {
			throw new IllegalArgumentException("'" + value.name() + "' has " + choices.size() + " choices, but "
					+ labels.length + " labels. Give each choice a label, or none.");
		}
		this.labels = (labels.length > 0) ? List.of(labels) : List.copyOf(choices.keySet());
	}

	/**
	 * The constants of an enum, under the names that Jackson gives them.
	 */
	static Choices of(ValueDescriptor value, Class<?> enumType, String[] names, String[] labels, JsonMapper mapper) {
		if (names.length > 0) {
			throw new IllegalArgumentException("'" + value.name() + "' is an enum, which has its choices already. "
					+ "Remove them from the annotation, or use String as the type.");
		}
		Map<String, Object> choices = new LinkedHashMap<>();
		for (Object constant : enumType.getEnumConstants()) {
			JsonNode name = mapper.valueToTree(constant);
			choices.put(name.isString() ? name.stringValue() : ((Enum<?>) constant).name(), constant);
		}
		return new Choices(value, choices, labels);
	}

	/**
	 * Texts.
	 */
	static Choices of(ValueDescriptor value, String[] names, String[] labels) {
		Map<String, Object> choices = new LinkedHashMap<>();
		for (String name : names) {
			choices.put(name, name);
		}
		return new Choices(value, choices, labels);
	}

	List<String> names() {
		return List.copyOf(this.javaValues.keySet());
	}

	boolean isEmpty() {
		return this.javaValues.isEmpty();
	}

	/**
	 * The property {@code choices}: pairs of label and value.
	 */
	ArrayNode prop() {
		ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
		List<String> names = names();
		for (int i = 0; i < names.size(); i++) {
			pairs.addArray().add(this.labels.get(i)).add(names.get(i));
		}
		return pairs;
	}

	ArrayNode schemaEnum() {
		ArrayNode names = JsonNodeFactory.instance.arrayNode();
		names().forEach(names::add);
		return names;
	}

	/**
	 * The type that Python's client shows.
	 */
	String pythonType() {
		List<String> quoted = new ArrayList<>();
		names().forEach((name) -> quoted.add("'" + name + "'"));
		return "Literal[" + String.join(", ", quoted) + "]";
	}

	boolean contains(JsonNode value) {
		return value.isString() && this.javaValues.containsKey(value.stringValue());
	}

	Object read(JsonNode value) {
		Object constant = value.isString() ? this.javaValues.get(value.stringValue()) : null;
		if (constant == null) {
			// Gradio's words for Radio, CheckboxGroup and a Dropdown with several choices
			throw new InvalidValueException("Value: " + PythonText.abbreviate(PythonText.repr(value)) + " (type: "
					+ PythonText.type(value) + ") is not in the list of choices: " + PythonText.repr(schemaEnum()));
		}
		return constant;
	}

	JsonNode write(Object value) {
		String name = this.wireValues.get(value);
		// results are not held to the choices, as in Gradio
		return JsonNodeFactory.instance.stringNode((name != null) ? name : value.toString());
	}

}
