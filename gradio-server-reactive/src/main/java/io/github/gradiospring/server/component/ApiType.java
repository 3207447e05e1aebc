package io.github.gradiospring.server.component;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * How a server without a page describes a Java type, where Python would describe the type
 * of an annotated parameter (observed with Gradio 6.31). Results have no type there.
 *
 * @param schema the JSON schema, empty for any value
 * @param python the Python type
 */
record ApiType(ObjectNode schema, String python) {

	private static final Set<Class<?>> INTEGERS = Set.of(Byte.class, Short.class, Integer.class, Long.class,
			BigInteger.class);

	static ApiType of(ValueDescriptor value) {
		if (value.direction() == ValueDescriptor.Direction.OUTPUT) {
			return any();
		}
		ApiType type = of(value.type());
		if (!value.nullable() || type.schema.isEmpty()) {
			return type;
		}
		ObjectNode schema = JsonNodeFactory.instance.objectNode();
		schema.putArray("oneOf").add(named("null", "None").schema).add(type.schema);
		return new ApiType(schema, "None | " + type.python);
	}

	private static ApiType of(ResolvableType type) {
		Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
		if (CharSequence.class.isAssignableFrom(raw) || raw == Character.class) {
			return named("string", "str");
		}
		if (raw == Boolean.class) {
			return named("boolean", "bool");
		}
		if (INTEGERS.contains(raw)) {
			return named("integer", "int");
		}
		if (Number.class.isAssignableFrom(raw)) {
			return named("number", "float");
		}
		ResolvableType element = Elements.elementOf(type);
		if (element != null && raw != byte[].class) {
			ApiType items = of(element);
			ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
			schema.set("items", items.schema);
			return new ApiType(schema, "list[" + items.python + "]");
		}
		if (Map.class.isAssignableFrom(raw)) {
			ApiType values = of(type.as(Map.class).getGeneric(1));
			ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
			schema.set("additionalProperties", values.schema);
			return new ApiType(schema, "dict(str, " + values.python + ")");
		}
		return any();
	}

	private static ApiType any() {
		return new ApiType(JsonNodeFactory.instance.objectNode(), "Any");
	}

	private static ApiType named(String schema, String python) {
		return new ApiType(JsonNodeFactory.instance.objectNode().put("type", schema), python);
	}

}
