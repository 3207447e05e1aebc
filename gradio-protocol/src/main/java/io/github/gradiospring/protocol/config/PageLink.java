package io.github.gradiospring.protocol.config;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation bar, written as <code>[path, name, in_navbar]</code>.
 *
 * @param path the page's path, empty for the first page
 * @param name the text
 * @param inNavbar whether the bar shows it
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "path", "name", "inNavbar" })
public record PageLink(String path, String name, boolean inNavbar) {

	@JsonCreator
	static PageLink read(@JsonProperty("path") @Nullable String path, @JsonProperty("name") @Nullable String name,
			@JsonProperty("inNavbar") @Nullable Boolean inNavbar) {
		// Gradio 5 sent pairs
		return new PageLink(Objects.requireNonNullElse(path, ""), Objects.requireNonNullElse(name, ""),
				(inNavbar == null) || inNavbar);
	}

}
