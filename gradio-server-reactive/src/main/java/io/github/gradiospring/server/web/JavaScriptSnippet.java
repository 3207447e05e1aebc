package io.github.gradiospring.server.web;

import java.util.List;

import io.github.gradiospring.protocol.info.ParameterInfo;

/**
 * A call with JavaScript's {@code @gradio/client}. Files are given by their URL; Gradio's
 * own snippet declares the same constant twice when there are two of them.
 */
final class JavaScriptSnippet {

	private static final SnippetValue.Language JAVASCRIPT = new SnippetValue.Language("null", "true", "false",
			(file) -> "handle_file(\"" + SnippetValue.urlOf(file) + "\")");

	private JavaScriptSnippet() {
	}

	static String write(String apiName, List<ParameterInfo> parameters, String root) {
		boolean files = parameters.stream().anyMatch(SnippetValue::hasFile);
		StringBuilder code = new StringBuilder("import { ");
		code.append(files ? "Client, handle_file" : "Client").append(" } from \"@gradio/client\";\n\n");
		code.append("const client = await Client.connect(\"").append(root).append("\");\n");
		code.append("const result = await client.predict(\"").append(apiName).append("\", {\n");
		for (ParameterInfo parameter : parameters) {
			code.append(
					"\t\t%s: %s,\n".formatted(parameter.parameterName(), SnippetValue.literal(parameter, JAVASCRIPT)));
		}
		code.append("});\n\nconsole.log(result.data);");
		return code.toString();
	}

}
