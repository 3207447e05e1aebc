package io.github.gradiospring.protocol.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@link FileData} with an error text that names the key.
 */
final class FileDataParser {

	private FileDataParser() {
	}

	static FileData parse(JsonNode value) {
		if (!value.isObject()) {
			throw new InvalidFileDataException("A file must be an object, not " + value.getNodeType());
		}
		if (!FileData.hasMark(value)) {
			throw new InvalidFileDataException(
					"A file must have the key 'meta' with the value {\"_type\": \"" + FileData.TYPE + "\"}");
		}
		String path = text(value, "path");
		if (path == null) {
			throw new InvalidFileDataException("A file must have the key 'path'");
		}
		return new FileData(path, text(value, "url"), size(value), text(value, "orig_name"), text(value, "mime_type"),
				isStream(value), FileData.Meta.INSTANCE);
	}

	private static @Nullable String text(JsonNode value, String key) {
		JsonNode text = value.path(key);
		if (text.isMissingNode() || text.isNull()) {
			return null;
		}
		if (!text.isString()) {
			throw new InvalidFileDataException("The key '" + key + "' of a file must be a text");
		}
		return text.stringValue();
	}

	private static @Nullable Long size(JsonNode value) {
		JsonNode size = value.path("size");
		if (size.isMissingNode() || size.isNull()) {
			return null;
		}
		// JavaScript may write a whole number as 5.0
		if (!size.isNumber() || !size.canConvertToLong() || !size.canConvertToExactIntegral()) {
			throw new InvalidFileDataException("The key 'size' of a file must be a whole number");
		}
		return size.longValue();
	}

	private static boolean isStream(JsonNode value) {
		JsonNode isStream = value.path("is_stream");
		if (isStream.isMissingNode() || isStream.isNull()) {
			return false;
		}
		if (!isStream.isBoolean()) {
			throw new InvalidFileDataException("The key 'is_stream' of a file must be a boolean");
		}
		return isStream.booleanValue();
	}

}
