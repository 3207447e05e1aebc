package io.github.gradiospring.server.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;

/**
 * Finds the names that Jackson gives to the properties of a type, in the order of a
 * record's components.
 */
final class PropertyNames {

	private PropertyNames() {
	}

	static List<String> of(JsonMapper mapper, ResolvableType type) {
		return List.copyOf(types(mapper, type).keySet());
	}

	/**
	 * Finds the properties with their types.
	 * @param mapper names the properties
	 * @param type the type that has them
	 * @return the types by name
	 */
	static Map<String, Class<?>> types(JsonMapper mapper, ResolvableType type) {
		JavaType javaType = JsonConversion.javaType(mapper.getTypeFactory(), type);
		DeserializationConfig config = mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance();
		Map<String, Class<?>> types = new LinkedHashMap<>();
		for (BeanPropertyDefinition property : introspector
			.introspectForDeserialization(javaType, introspector.introspectClassAnnotations(javaType))
			.findProperties()) {
			types.put(property.getName(), property.getRawPrimaryType());
		}
		return types;
	}

}
