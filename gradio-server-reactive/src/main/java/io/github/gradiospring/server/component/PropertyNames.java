package io.github.gradiospring.server.component;

import java.util.List;

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
		JavaType javaType = JsonConversion.javaType(mapper.getTypeFactory(), type);
		DeserializationConfig config = mapper.deserializationConfig();
		ClassIntrospector introspector = config.classIntrospectorInstance();
		return introspector.introspectForDeserialization(javaType, introspector.introspectClassAnnotations(javaType))
			.findProperties()
			.stream()
			.map(BeanPropertyDefinition::getName)
			.toList();
	}

}
