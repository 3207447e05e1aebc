package io.github.gradiospring.server.web;

import java.util.List;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ParameterInfo;

/** A call with curl: post the named parameters, then read the results. */
final class BashSnippet {

	/** Ends the quotes of the shell around the variable. */
	private static final SnippetValue.Language JSON = new SnippetValue.Language("null", "true", "false",
			(file) -> "{\"path\": \"'$FILE_PATH'\", \"meta\": {\"_type\": \"gradio.FileData\"}}");

	private BashSnippet() {
	}

	static String write(String apiName, List<ParameterInfo> parameters, String root) {
		String api = root + GradioProtocol.API_PREFIX;
		StringBuilder code = new StringBuilder();
		if (parameters.stream().anyMatch(SnippetValue::hasFile)) {
			code.append("FILE_PATH=$(curl -s -X POST ").append(api).append("/upload -F 'files=@/path/to/your/file'");
			code.append(" | tr -d '[]\" ')\n\n");
		}
		String data = parameters.stream()
			.map((parameter) -> "\"%s\": %s".formatted(parameter.parameterName(), literal(parameter)))
			.collect(Collectors.joining(", ", "{", "}"));
		code.append("curl -X POST ").append(api).append("/call/v2").append(apiName);
		code.append(" -s -H \"Content-Type: application/json\" \\\n");
		code.append("  -d '").append(data).append("' \\\n");
		code.append("  | awk -F'\"' '{ print $4}' \\\n");
		code.append("  | read EVENT_ID; curl -N ").append(api).append("/call").append(apiName).append("/$EVENT_ID");
		return code.toString();
	}

	private static String literal(ParameterInfo parameter) {
		String literal = SnippetValue.literal(parameter, JSON);
		return SnippetValue.hasFile(parameter) ? literal : ShellQuotes.escape(literal);
	}

	/** Text between single quotes of a shell. */
	static final class ShellQuotes {

		private ShellQuotes() {
		}

		static String escape(String text) {
			return text.replace("'", "'\\''");
		}

	}

}
