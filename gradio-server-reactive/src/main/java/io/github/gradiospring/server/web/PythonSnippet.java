package io.github.gradiospring.server.web;

import java.util.List;

import io.github.gradiospring.protocol.info.ParameterInfo;

/** A call with Python's {@code gradio_client}. */
final class PythonSnippet {

	private static final SnippetValue.Language PYTHON = new SnippetValue.Language("None", "True", "False",
			(file) -> "handle_file('" + SnippetValue.urlOf(file) + "')");

	private PythonSnippet() {
	}

	static String write(String apiName, List<ParameterInfo> parameters, String root) {
		boolean files = parameters.stream().anyMatch(SnippetValue::hasFile);
		StringBuilder code = new StringBuilder("from gradio_client import Client");
		code.append(files ? ", handle_file\n\n" : "\n\n");
		code.append("client = Client(\"").append(root).append("\")\n");
		code.append("result = client.predict(\n");
		for (ParameterInfo parameter : parameters) {
			code.append("\t%s=%s,\n".formatted(parameter.parameterName(), SnippetValue.literal(parameter, PYTHON)));
		}
		code.append("\tapi_name=\"").append(apiName).append("\",\n)\nprint(result)");
		return code.toString();
	}

}
