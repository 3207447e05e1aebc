package io.github.gradiospring.server.component;

import java.util.Set;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.component.WireFiles.IncomingFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts one file, whatever component shows it.
 *
 * @param component the component
 * @param form the Java type
 * @param types the files that are accepted
 * @param fallbackName the name of results that have none
 */
record FileBinding(ComponentDescription component, FileForm form, FileTypes types,
		String fallbackName) implements ComponentBinding {

	/**
	 * The components whose images may lack the mark that their schema has a default for.
	 */
	private static final Set<String> MARKED_BY_DEFAULT = Set.of("image", "gallery", "imageslider");

	@Override
	public void check(JsonNode value) {
		JsonNode file = single(value);
		if (!isInline(file)) {
			WireFiles.parse(file);
		}
	}

	@Override
	public JsonNode parseDefault(String text) {
		throw new IllegalArgumentException("A file has no default. Let the value be nullable instead.");
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		JsonNode named = single(value);
		IncomingFile file = WireFiles.find(isInline(named) ? InlineImage.save(named, context) : named, context);
		this.types.check(file.stored().filename());
		return this.form.read(file);
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return WireFiles.write(WireFiles.save(this.form.toSave(value), this.fallbackName, context));
	}

	@Override
	public boolean blocking() {
		return true;
	}

	private boolean isInline(JsonNode file) {
		return this.component.type().equals("image") && InlineImage.matches(file);
	}

	// as Gradio: of a list the first counts
	private JsonNode single(JsonNode value) {
		JsonNode file = (value.isArray() && value.size() > 0) ? value.get(0) : value;
		if (file instanceof ObjectNode object && !object.has("meta")
				&& MARKED_BY_DEFAULT.contains(this.component.type())) {
			ObjectNode marked = object.deepCopy();
			marked.putObject("meta").put("_type", FileData.TYPE);
			return marked;
		}
		return file;
	}

}
