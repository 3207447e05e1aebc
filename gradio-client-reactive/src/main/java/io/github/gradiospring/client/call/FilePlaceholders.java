package io.github.gradiospring.client.call;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.gradiospring.client.file.FileInput;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.core.io.Resource;

/**
 * Writes values as JSON, with a mark in the place of each file, wherever in a record,
 * list or map it is; the marks give way to the files when these are uploaded.
 */
final class FilePlaceholders {

	private static final String MARK = "__upload__";

	private static final JsonMapper MAPPER = mapper();

	private final List<FileInput> files = new ArrayList<>();

	JsonNode write(Object value) {
		return MAPPER.writer().withAttribute(FilePlaceholders.class, this).valueToTree(value);
	}

	List<FileInput> files() {
		return this.files;
	}

	/** Puts uploaded files in the place of the marks. */
	static JsonNode replace(JsonNode value, List<FileData> uploaded) {
		if (value instanceof ObjectNode object) {
			if (object.size() == 1 && object.path(MARK).isInt()) {
				return GradioProtocol.jsonMapper().valueToTree(uploaded.get(object.path(MARK).asInt()));
			}
			object.propertyNames()
				.stream()
				.toList()
				.forEach((name) -> object.set(name, replace(object.path(name), uploaded)));
		}
		else if (value instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, replace(array.get(i), uploaded));
			}
		}
		return value;
	}

	private static JsonMapper mapper() {
		SimpleModule module = new SimpleModule("gradio-uploads");
		module.addSerializer(Path.class, new UploadSerializer<>(Path.class, FileInput::of));
		module.addSerializer(File.class, new UploadSerializer<>(File.class, (file) -> FileInput.of(file.toPath())));
		module.addSerializer(Resource.class, new UploadSerializer<>(Resource.class, FileInput::of));
		module.addSerializer(byte[].class,
				new UploadSerializer<>(byte[].class, (bytes) -> FileInput.of("file", bytes)));
		module.addSerializer(FileInput.class, new UploadSerializer<>(FileInput.class, (file) -> file));
		return GradioProtocol.jsonMapper().rebuild().addModule(module).build();
	}

	/** The link that Python's client makes of an address. */
	static FileData link(URI uri) {
		String path = (uri.getPath() != null) ? uri.getPath() : "";
		String name = path.substring(path.lastIndexOf('/') + 1);
		return FileData.of(uri.toString()).withUrl(uri.toString()).withOrigName(name.isEmpty() ? null : name);
	}

	private static final class UploadSerializer<T> extends StdSerializer<T> {

		private final Function<T, FileInput> toFile;

		UploadSerializer(Class<T> type, Function<T, FileInput> toFile) {
			super(type);
			this.toFile = toFile;
		}

		@Override
		public void serialize(T value, JsonGenerator generator, SerializationContext context) {
			FilePlaceholders placeholders = (FilePlaceholders) context.getAttribute(FilePlaceholders.class);
			generator.writeStartObject();
			generator.writeNumberProperty(MARK, placeholders.files.size());
			generator.writeEndObject();
			placeholders.files.add(this.toFile.apply(value));
		}

	}

}
