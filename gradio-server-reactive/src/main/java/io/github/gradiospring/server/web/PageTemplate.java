package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/** An HTML document with slots, written <code>{{name}}</code>, for HTML. */
final class PageTemplate {

	private final String html;

	private PageTemplate(String html) {
		this.html = html;
	}

	/**
	 * Reads a template beside this class.
	 * @param name the name of the file
	 * @return the template
	 */
	static PageTemplate load(String name) {
		try {
			return new PageTemplate(
					new ClassPathResource(name, PageTemplate.class).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Fills all slots. What is filled in is taken as it is. */
	String render(Map<String, String> values) {
		StringBuilder out = new StringBuilder();
		int from = 0;
		for (int start = this.html.indexOf("{{"); start >= 0; start = this.html.indexOf("{{", from)) {
			int end = this.html.indexOf("}}", start);
			String name = this.html.substring(start + 2, end);
			String value = values.get(name);
			Assert.state(value != null, () -> "The template needs '" + name + "'");
			out.append(this.html, from, start).append(value);
			from = end + 2;
		}
		return out.append(this.html, from, this.html.length()).toString();
	}

}
