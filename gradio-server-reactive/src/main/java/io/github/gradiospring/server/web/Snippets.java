package io.github.gradiospring.server.web;

import java.util.List;

import io.github.gradiospring.protocol.info.CodeSnippets;
import io.github.gradiospring.protocol.info.ParameterInfo;

/** Writes the calls of an endpoint that its documentation shows. */
final class Snippets {

	private Snippets() {
	}

	/**
	 * Writes the snippets.
	 * @param apiName the endpoint, with the slash
	 * @param parameters its parameters
	 * @param root the address of the application
	 * @return the snippets
	 */
	static CodeSnippets of(String apiName, List<ParameterInfo> parameters, String root) {
		return new CodeSnippets(PythonSnippet.write(apiName, parameters, root),
				JavaScriptSnippet.write(apiName, parameters, root), BashSnippet.write(apiName, parameters, root),
				CliSnippet.write(apiName, parameters, root));
	}

}
