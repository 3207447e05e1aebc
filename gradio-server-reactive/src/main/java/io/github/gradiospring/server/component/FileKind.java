package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.server.annotation.FileUpload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;

/**
 * Files, and collections and arrays of files, in a File component.
 */
final class FileKind implements ComponentKind {

	private static final String FALLBACK_NAME = "file.bin";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		FileForm single = FileForm.of(value.type().toClass(), value.direction());
		ResolvableType element = (single == null) ? Elements.elementOf(value.type()) : null;
		FileForm form = (element != null) ? FileForm.of(element.toClass(), value.direction()) : single;
		if (!Hints.accept(value, form != null, FileForm.TYPES + ", or a list of these", FileUpload.class)
				|| form == null) {
			return null;
		}
		FileUpload hint = value.annotation(FileUpload.class);
		FileTypes types = (hint != null) ? new FileTypes(List.of(hint.types())) : FileTypes.ANY;
		ComponentTemplate template = ComponentTemplate.load((element != null) ? "files" : "file");
		ComponentDescription component = new ComponentDescription.Builder("file", template).label(value.label())
			.prop("file_types", types.names().isEmpty() ? null : types.names())
			.build();
		FileBinding file = new FileBinding(component, form, types, FALLBACK_NAME);
		return (element != null) ? new ListBinding(file, Elements.of(value)) : file;
	}

	private record ListBinding(FileBinding file, Elements elements) implements ComponentBinding {

		@Override
		public ComponentDescription component() {
			return this.file.component();
		}

		@Override
		public void check(JsonNode value) {
			items(value).forEach(WireFiles::parse);
		}

		@Override
		public JsonNode parseDefault(String text) {
			return this.file.parseDefault(text);
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			List<Object> files = new ArrayList<>();
			items(value).forEach((item) -> files.add(this.file.read(item, context)));
			return this.elements.collect(files);
		}

		// as Gradio: one file stands for a list of one
		private static JsonNode items(JsonNode value) {
			return value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			ArrayNode files = JsonNodeFactory.instance.arrayNode();
			Elements.forEach(value, (file) -> files.add(this.file.write(file, context)));
			return files;
		}

		@Override
		public boolean blocking() {
			return true;
		}

	}

}
