package io.github.gradiospring.client.call;

import java.io.File;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Finds out which files of a result are to be fetched, and puts them in their places. */
final class WantedFiles {

	private static final Set<Class<?>> FETCHED = Set.of(Path.class, File.class, Resource.class, byte[].class);

	static final JsonMapper MAPPER = mapper();

	private WantedFiles() {
	}

	/** Whether a type has a place for the content of a file. */
	static boolean in(ResolvableType type) {
		return in(type, new HashSet<>());
	}

	private static boolean in(ResolvableType type, Set<Class<?>> seen) {
		Class<?> raw = type.toClass();
		if (FETCHED.contains(raw)) {
			return true;
		}
		if (type.isArray()) {
			return in(type.getComponentType(), seen);
		}
		for (ResolvableType generic : type.getGenerics()) {
			if (in(generic, seen)) {
				return true;
			}
		}
		if (raw.isRecord() && seen.add(raw)) {
			for (RecordComponent component : raw.getRecordComponents()) {
				if (in(ResolvableType.forType(component.getGenericType(), type), seen)) {
					return true;
				}
			}
		}
		return false;
	}

	/** All files in a value, by what names them. */
	static Map<String, FileData> of(JsonNode value) {
		Map<String, FileData> files = new LinkedHashMap<>();
		collect(value, files);
		return files;
	}

	private static void collect(JsonNode value, Map<String, FileData> files) {
		if (FileData.isFileData(value)) {
			FileData file = FileData.parse(value);
			if (!file.isStream()) {
				files.put(file.path(), file);
			}
		}
		else {
			value.forEach((child) -> collect(child, files));
		}
	}

	private static JsonMapper mapper() {
		SimpleModule module = new SimpleModule("gradio-downloads");
		module.addDeserializer(Path.class, new FetchedDeserializer<>(Path.class, (path) -> path));
		module.addDeserializer(File.class, new FetchedDeserializer<>(File.class, Path::toFile));
		module.addDeserializer(Resource.class, new FetchedDeserializer<>(Resource.class, FileSystemResource::new));
		module.addDeserializer(byte[].class,
				new FetchedDeserializer<>(byte[].class, java.nio.file.Files::readAllBytes));
		return GradioProtocol.jsonMapper()
			.rebuild()
			.addModule(module)
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

	/** Makes something of a file. */
	@FunctionalInterface
	interface FromFile<T> {

		T make(Path file) throws java.io.IOException;

	}

	private static final class FetchedDeserializer<T> extends StdDeserializer<T> {

		private final FromFile<T> fromFile;

		FetchedDeserializer(Class<T> type, FromFile<T> fromFile) {
			super(type);
			this.fromFile = fromFile;
		}

		@Override
		public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode value = context.readTree(parser);
			Map<?, ?> fetched = (Map<?, ?>) context.getAttribute(WantedFiles.class);
			Object file = (FileData.isFileData(value) && fetched != null) ? fetched.get(value.path("path").asString())
					: null;
			if (!(file instanceof Path path)) {
				return context.reportInputMismatch((BeanProperty) null, "the app sent no file here");
			}
			try {
				return this.fromFile.make(path);
			}
			catch (java.io.IOException ex) {
				return context.reportInputMismatch((BeanProperty) null, "the file was removed meanwhile");
			}
		}

	}

}
