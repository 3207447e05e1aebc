package io.github.gradiospring.protocol.info;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a value looks to a Python caller.
 *
 * @param type the type expression, such as <code>list[str]</code>
 * @param description what the type cannot say; {@code null} for some components
 */
public record PythonType(String type, @Nullable String description) {

	static final PythonType ANY = new PythonType("Any", "");

	public PythonType {
		type = Objects.requireNonNullElse(type, "Any");
	}

}
