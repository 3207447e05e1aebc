package io.github.gradiospring.blocks.theme;

import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * A scale of seven CSS lengths, for space, corners or text.
 *
 * @param xxs the smallest, such as <code>1px</code>
 * @param xs very small
 * @param sm small
 * @param md medium
 * @param lg large
 * @param xl very large
 * @param xxl the largest
 */
public record Size(String xxs, String xs, String sm, String md, String lg, String xl, String xxl) {

	/**
	 * One of Gradio's scales for paddings and gaps.
	 * @param name <code>sm</code>, <code>md</code> or <code>lg</code>
	 * @return the scale
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Size spacing(String name) {
		return named("spacing", name);
	}

	/**
	 * One of Gradio's scales for rounded corners.
	 * @param name <code>none</code>, <code>sm</code>, <code>md</code>, <code>lg</code> or
	 * <code>xxl</code>
	 * @return the scale
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Size radius(String name) {
		return named("radius", name);
	}

	/**
	 * One of Gradio's scales for text.
	 * @param name <code>sm</code>, <code>md</code> or <code>lg</code>
	 * @return the scale
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Size text(String name) {
		return named("text", name);
	}

	static Size of(List<String> steps) {
		Assert.isTrue(steps.size() == 7, "A scale has seven sizes");
		return new Size(steps.get(0), steps.get(1), steps.get(2), steps.get(3), steps.get(4), steps.get(5),
				steps.get(6));
	}

	List<String> steps() {
		return List.of(this.xxs, this.xs, this.sm, this.md, this.lg, this.xl, this.xxl);
	}

	private static Size named(String kind, String name) {
		Map<String, List<String>> scales = ThemeData.entry("scale", kind, ThemeData.SIZES);
		return of(ThemeData.entry(kind + " size", name, scales));
	}

}
