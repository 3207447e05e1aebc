package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;

/**
 * One kind of value, such as text, a number or an image: it decides which declared values
 * are of its kind, and binds them. A bean of this type is asked before the built-in
 * kinds, in {@code @Order}; so it adds a kind, or replaces one.
 */
public interface ComponentKind {

	/**
	 * Binds a declared value to its Gradio component.
	 * @param value the declared value
	 * @return the binding, or {@code null} when the value is not of this kind
	 * @throws IllegalArgumentException when the value is of this kind but its declaration
	 * contradicts itself; the message says what to change, and start-up fails with it
	 */
	@Nullable ComponentBinding bind(ValueDescriptor value);

}
