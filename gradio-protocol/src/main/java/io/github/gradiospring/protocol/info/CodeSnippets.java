package io.github.gradiospring.protocol.info;

import java.util.Objects;

/**
 * Example calls of an endpoint for copying.
 *
 * @param python for the Python client
 * @param javascript for the JavaScript client
 * @param bash for curl
 * @param cli for Gradio's command line
 */
public record CodeSnippets(String python, String javascript, String bash, String cli) {

	public CodeSnippets {
		python = Objects.requireNonNullElse(python, "");
		javascript = Objects.requireNonNullElse(javascript, "");
		bash = Objects.requireNonNullElse(bash, "");
		cli = Objects.requireNonNullElse(cli, "");
	}

}
