package io.github.gradiospring.client.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of Java and of Python. */
final class Names {

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	private Names() {
	}

	static String snakeCase(String name) {
		return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
	}

	static String withoutSlash(String endpoint) {
		return endpoint.startsWith("/") ? endpoint.substring(1) : endpoint;
	}

}
