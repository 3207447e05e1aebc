package io.github.gradiospring.maven;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.SourceVersion;

/** Makes legal names of Java out of any text, each once within a scope. */
final class JavaNames {

	private final Set<String> taken = new HashSet<>();

	/** A scope in which some names are taken from the start. */
	JavaNames(String... taken) {
		for (String name : taken) {
			take(name);
		}
	}

	/** A name such as <code>maxTokens</code>. */
	String variable(String text) {
		String type = type(words(text));
		return unique(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1), "");
	}

	/** A name such as <code>MaxTokens</code>. */
	String type(String text) {
		return unique(type(words(text)), "");
	}

	/** A name such as <code>MAX_TOKENS</code>. */
	String constant(String text) {
		String name = words(text).stream()
			.map((word) -> word.toUpperCase(Locale.ROOT))
			.collect(Collectors.joining("_"));
		return unique(startsWell(name) ? name : "_" + name, "_");
	}

	private static String type(List<String> words) {
		String name = words.stream()
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
		return startsWell(name) ? name : "N" + name;
	}

	private static boolean startsWell(String name) {
		return Character.isJavaIdentifierStart(name.charAt(0));
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < 128 && Character.isLetterOrDigit(character)) {
				word.append(character);
			}
			else if (!word.isEmpty()) {
				words.add(word.toString());
				word.setLength(0);
			}
		}
		if (!word.isEmpty()) {
			words.add(word.toString());
		}
		return words.isEmpty() ? List.of("value") : words;
	}

	private String unique(String name, String separator) {
		String candidate = SourceVersion.isKeyword(name) ? name + "Value" : name;
		for (int i = 2; !take(candidate); i++) {
			candidate = name + separator + i;
		}
		return candidate;
	}

	/** Two names that differ in their case only are two files of one name to some. */
	private boolean take(String name) {
		return this.taken.add(name.toLowerCase(Locale.ROOT));
	}

}
