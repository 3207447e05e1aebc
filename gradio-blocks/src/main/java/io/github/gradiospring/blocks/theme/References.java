package io.github.gradiospring.blocks.theme;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The references in a variable's value: <code>*name</code> stands for what another
 * variable is in the mode that is shown.
 */
final class References {

	private static final Pattern REFERENCE = Pattern.compile("\\*(\\w+)");

	private References() {
	}

	/**
	 * Refuses what Gradio refuses: references to dark values, which are implied, and dark
	 * values that would be defined by themselves.
	 */
	static void check(String variable, String value) {
		REFERENCE.matcher(value).results().map((match) -> match.group(1)).forEach((target) -> {
			Assert.isTrue(!target.endsWith(Theme.DARK), () -> "The value of '" + variable + "' refers to '" + target
					+ "'; refer to the variable without _dark, dark mode takes its dark value");
			Assert.isTrue(!variable.equals(target + Theme.DARK),
					() -> "'" + variable + "' refers to its own variable; sameInDark(\"" + target + "\") does that");
		});
	}

	/** The value as CSS, each reference a <code>var()</code>. */
	static String toCss(String value) {
		return REFERENCE.matcher(value)
			.replaceAll((match) -> Matcher.quoteReplacement("var(--" + match.group(1).replace('_', '-') + ")"));
	}

	/**
	 * What a variable comes to, references followed. Like Gradio's, an unknown variable
	 * is empty, and a dark one without a value takes that of light mode.
	 */
	static String resolve(String variable, Map<String, @Nullable String> variables) {
		boolean dark = variable.endsWith(Theme.DARK);
		String light = dark ? variable.substring(0, variable.length() - Theme.DARK.length()) : variable;
		return resolve(light, dark, variables, new HashSet<>());
	}

	private static String resolve(String variable, boolean dark, Map<String, @Nullable String> variables,
			Set<String> open) {
		String value = dark ? variables.get(variable + Theme.DARK) : null;
		if (value == null) {
			value = variables.get(variable);
		}
		// a variable that is being resolved already is a circle, which comes to nothing
		if (value == null || !open.add(variable)) {
			return "";
		}
		String resolved = REFERENCE.matcher(value)
			.replaceAll(
					(MatchResult match) -> Matcher.quoteReplacement(resolve(match.group(1), dark, variables, open)));
		open.remove(variable);
		return resolved;
	}

}
