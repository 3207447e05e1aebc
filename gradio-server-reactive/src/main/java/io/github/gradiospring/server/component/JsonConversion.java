package io.github.gradiospring.server.component;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

import org.springframework.core.ResolvableType;

/**
 * Converts values of one type with the application's Jackson mapper, with errors that a
 * caller can read.
 */
final class JsonConversion {

	private final JsonMapper mapper;

	private final JavaType type;

	private final ObjectWriter writer;

	JsonConversion(JsonMapper mapper, ResolvableType type) {
		this.mapper = mapper;
		this.type = javaType(mapper.getTypeFactory(), type);
		this.writer = this.type.isJavaLangObject() ? mapper.writer() : mapper.writerFor(this.type);
	}

	JavaType type() {
		return this.type;
	}

	Object read(JsonNode value) {
		Object result;
		try {
			result = this.mapper.treeToValue(value, this.type);
		}
		catch (JacksonException ex) {
			throw new InvalidValueException(message(ex));
		}
		if (result == null) {
			throw new InvalidValueException("The value is empty.");
		}
		return result;
	}

	JsonNode write(Object value) {
		return this.writer.valueToTree(value);
	}

	static JavaType javaType(TypeFactory types, ResolvableType type) {
		if (type.isArray()) {
			return types.constructArrayType(javaType(types, type.getComponentType()));
		}
		Class<?> raw = type.resolve(Object.class);
		if (type.hasGenerics() && raw.getTypeParameters().length == type.getGenerics().length) {
			JavaType[] parameters = new JavaType[type.getGenerics().length];
			for (int i = 0; i < parameters.length; i++) {
				parameters[i] = javaType(types, type.getGeneric(i));
			}
			return types.constructParametricType(raw, parameters);
		}
		return types.constructType(raw);
	}

	private static String message(JacksonException ex) {
		String path = path(ex.getPath());
		if (ex instanceof UnrecognizedPropertyException) {
			return "Unknown field '" + path + "'.";
		}
		String subject = path.isEmpty() ? "The value" : "The value of '" + path + "'";
		if (ex instanceof ValueInstantiationException || !(ex instanceof DatabindException)) {
			return subject + " is not acceptable.";
		}
		String expected = (ex instanceof MismatchedInputException mismatch) ? expected(mismatch.getTargetType()) : null;
		return subject + ((expected != null) ? " is not " + expected + "." : " does not have the expected form.");
	}

	// the field in the caller's words: items[1].price
	private static String path(List<JacksonException.Reference> references) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : references) {
			if (reference.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
			else if (reference.getIndex() >= 0) {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		return PythonText.abbreviate(path.toString());
	}

	private static @Nullable String expected(@Nullable Class<?> target) {
		if (target == null) {
			return null;
		}
		if (target == Boolean.class || target == boolean.class) {
			return "a boolean";
		}
		if (Number.class.isAssignableFrom(target) || target.isPrimitive() && target != char.class) {
			return "a number";
		}
		if (CharSequence.class.isAssignableFrom(target)) {
			return "a text";
		}
		if (target.isArray() || Collection.class.isAssignableFrom(target)) {
			return "a list";
		}
		if (target.isEnum()) {
			return "one of the choices";
		}
		return null;
	}

}
