package io.github.gradiospring.server.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.FileExplorer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;

/**
 * Files of the server below a folder: {@code Path}, and collections and arrays of it,
 * with {@link FileExplorer}.
 */
final class FileExplorerKind implements ComponentKind {

	private static final String LIST = "ls";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		FileExplorer hint = value.annotation(FileExplorer.class);
		ResolvableType element = Elements.elementOf(value.type());
		boolean fits = value.type().toClass() == Path.class || element != null && element.toClass() == Path.class;
		if (!Hints.accept(value, hint != null && fits, "a Path or a list of it", FileExplorer.class) || hint == null) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("fileexplorer")
			.label(value.label())
			.prop("glob", hint.glob())
			.prop("ignore_glob", hint.ignoreGlob().isEmpty() ? null : hint.ignoreGlob())
			.prop("server_fns", List.of(LIST))
			.prop("file_count", (element != null) ? "multiple" : "single")
			.prop("height", (hint.height() > 0) ? hint.height() : null)
			.build();
		SharedFolder folder = new SharedFolder(Path.of(hint.root()), hint.glob(), hint.ignoreGlob());
		return new Binding(component, folder, (element != null) ? Elements.of(value) : null);
	}

	/**
	 * Converts paths, which are lists of names on the wire.
	 *
	 * @param folder the folder
	 * @param elements makes the collection, {@code null} for a single path
	 */
	private record Binding(ComponentDescription component, SharedFolder folder,
			@Nullable Elements elements) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isArray()) {
				throw WireValues.unexpected("a list of paths", value);
			}
			value.forEach(Binding::names);
			if (this.elements == null && value.size() != 1) {
				throw new InvalidValueException("Expected one file, got " + value.size() + ".");
			}
		}

		private static List<String> names(JsonNode path) {
			List<String> names = new ArrayList<>(path.size());
			for (JsonNode name : path) {
				if (!name.isString()) {
					throw WireValues.unexpected("a name of a file", name);
				}
				names.add(name.stringValue());
			}
			if (names.isEmpty()) {
				throw new InvalidValueException("Each path is a list of names.");
			}
			return names;
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = WireValues.parseJson(text);
			check(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			List<Path> files = new ArrayList<>(value.size());
			value.forEach((path) -> files.add(this.folder.find(names(path))));
			return (this.elements != null) ? this.elements.collect(files) : files.get(0);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ArrayNode paths = JsonNodeFactory.instance.arrayNode();
			if (value instanceof Path file) {
				write(file, paths.addArray());
			}
			else {
				Elements.forEach(value, (file) -> write((Path) file, paths.addArray()));
			}
			return paths;
		}

		private void write(Path file, ArrayNode names) {
			this.folder.names(file).forEach(names::add);
		}

		@Override
		public JsonNode call(String function, JsonNode data) {
			if (!function.equals(LIST)) {
				return ComponentBinding.super.call(function, data);
			}
			if (!data.isArray() && !data.isNull()) {
				throw WireValues.unexpected("a list of names", data);
			}
			ArrayNode entries = JsonNodeFactory.instance.arrayNode();
			for (SharedFolder.Entry entry : this.folder.list(data.isEmpty() ? List.of() : names(data))) {
				entries.addObject()
					.put("name", entry.name())
					.put("type", entry.folder() ? "folder" : "file")
					.put("valid", entry.valid());
			}
			return entries;
		}

		@Override
		public boolean blocking() {
			return true;
		}

	}

}
