package io.github.gradiospring.server.web;

import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ParameterInfo;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call with Gradio's command line, whose name the reader puts in for
 * <code>{command}</code>.
 */
final class CliSnippet {

	private static final ObjectWriter WRITER = GradioProtocol.jsonMapper().writer().with(printer());

	private CliSnippet() {
	}

	static String write(String apiName, List<ParameterInfo> parameters, String root) {
		ObjectNode values = JsonNodes.object();
		for (ParameterInfo parameter : parameters) {
			// Here Gradio prefers an example to a default of null
			JsonNode value = (parameter.parameterDefault() != null) ? parameter.parameterDefault()
					: parameter.exampleInput();
			values.set(parameter.parameterName(), (value != null) ? simplify(value) : NullNode.getInstance());
		}
		String json = WRITER.writeValueAsString(values);
		return "{command} predict %s %s '%s'\n".formatted(root, apiName, BashSnippet.ShellQuotes.escape(json));
	}

	/** Leaves of files what a caller needs to send. */
	private static JsonNode simplify(JsonNode value) {
		if (SnippetValue.isFile(value)) {
			ObjectNode file = JsonNodes.object().put("path", SnippetValue.urlOf(value));
			file.set("meta", value.get("meta"));
			return file;
		}
		if (value.isArray()) {
			return JsonNodes.array(value.values().stream().map(CliSnippet::simplify).toList());
		}
		if (value.isObject()) {
			ObjectNode object = JsonNodes.object();
			value.properties().forEach((entry) -> object.set(entry.getKey(), simplify(entry.getValue())));
			return object;
		}
		return value;
	}

	private static DefaultPrettyPrinter printer() {
		DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
		Separators separators = Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Separators.Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("");
		return new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
	}

}
