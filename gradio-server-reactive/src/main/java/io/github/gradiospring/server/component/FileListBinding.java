package io.github.gradiospring.server.component;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts collections and arrays of files.
 *
 * @param file converts one of them
 * @param elements makes the collection
 */
record FileListBinding(FileBinding file, Elements elements) implements ComponentBinding {

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
