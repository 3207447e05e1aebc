package io.github.gradiospring.client.exchange;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.protocol.file.FileData;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/** What values of a Java type are on the wire, as far as that is obvious. */
enum JavaKind {

	/** A text. */
	TEXT,
	/** A number. */
	NUMBER,
	/** A truth value. */
	BOOLEAN,
	/** A list. */
	LIST,
	/** A file and nothing else. */
	FILE,
	/** An object. */
	OBJECT,
	/** Whatever Jackson makes of it. */
	ANY;

	static JavaKind of(ResolvableType declared) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared.resolve(Object.class));
		if (CharSequence.class.isAssignableFrom(type) || type == Character.class || type.isEnum()) {
			return TEXT;
		}
		if (Number.class.isAssignableFrom(type)) {
			return NUMBER;
		}
		if (type == Boolean.class) {
			return BOOLEAN;
		}
		if (Collection.class.isAssignableFrom(type) || (type.isArray() && type != byte[].class)) {
			return LIST;
		}
		if (type == FileData.class || type == FileInput.class || Resource.class.isAssignableFrom(type)
				|| Path.class.isAssignableFrom(type) || type == byte[].class || type == File.class) {
			return FILE;
		}
		return (Map.class.isAssignableFrom(type) || type.isRecord()) ? OBJECT : ANY;
	}

}
