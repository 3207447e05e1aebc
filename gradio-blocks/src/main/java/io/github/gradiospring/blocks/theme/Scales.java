package io.github.gradiospring.blocks.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that a hue or a scale of sizes stands for, by Gradio's names:
 * <code>primary_50</code> to <code>primary_950</code>, <code>radius_xxs</code> to
 * <code>radius_xxl</code>.
 */
final class Scales {

	private static final List<String> SHADES = List.of("50", "100", "200", "300", "400", "500", "600", "700", "800",
			"900", "950");

	private static final List<String> SIZES = List.of("xxs", "xs", "sm", "md", "lg", "xl", "xxl");

	private Scales() {
	}

	static Map<String, String> shades(String prefix, Hue hue) {
		return variables(prefix, SHADES, hue.shades());
	}

	static Map<String, String> sizes(String prefix, Size size) {
		return variables(prefix, SIZES, size.steps());
	}

	private static Map<String, String> variables(String prefix, List<String> steps, List<String> values) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (int i = 0; i < steps.size(); i++) {
			variables.put(prefix + "_" + steps.get(i), values.get(i));
		}
		return variables;
	}

}
