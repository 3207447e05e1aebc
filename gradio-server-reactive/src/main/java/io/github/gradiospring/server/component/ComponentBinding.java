package io.github.gradiospring.server.component;

import tools.jackson.databind.JsonNode;

/**
 * A declared value bound to its Gradio component: the component's description and the two
 * conversions between the wire and Java. Bindings are immutable and shared by all calls.
 */
public interface ComponentBinding {

	/**
	 * The component as {@code /config} and {@code /info} describe it.
	 * @return the component
	 */
	ComponentDescription component();

	/**
	 * Checks the JSON type of a value when it arrives, before it waits in the queue. Only
	 * the shape is checked here; limits and choices are checked by {@link #read}.
	 * @param value the value on the wire, never JSON {@code null}
	 * @throws InvalidValueException when no value of this kind looks like this
	 */
	default void check(JsonNode value) {
	}

	/**
	 * Turns the declared default of a parameter into a value of the wire. By default the
	 * text is JSON; text, numbers, booleans, choices, dates and colours are plain.
	 * @param text the declared default
	 * @return the value on the wire, JSON {@code null} for a default of {@code null}
	 * @throws IllegalArgumentException when the text is no value of this kind; the
	 * message continues "The default of 'x' is wrong: "
	 */
	default JsonNode parseDefault(String text) {
		return WireValues.parseJson(text);
	}

	/**
	 * Turns a value of the wire into a Java value.
	 * @param value the value on the wire, never JSON {@code null}
	 * @param context what conversions need from the call
	 * @return the Java value, assignable to the declared type
	 * @throws InvalidValueException when the value is not acceptable
	 */
	Object read(JsonNode value, ConversionContext context);

	/**
	 * Turns a Java value into a value of the wire.
	 * @param value the Java value, never {@code null}
	 * @param context what conversions need from the call
	 * @return the value on the wire
	 */
	JsonNode write(Object value, ConversionContext context);

	/**
	 * Calls a function that the component's frontend needs of the server, such as the one
	 * that lists a folder. The component's property {@code server_fns} names them, and
	 * browsers call them at {@code /component_server}. It may block.
	 * @param function the function's name
	 * @param data the argument
	 * @return the result
	 * @throws InvalidValueException when there is no such function or the argument is not
	 * acceptable
	 */
	default JsonNode call(String function, JsonNode data) {
		throw new InvalidValueException("The component has no function '" + PythonText.abbreviate(function) + "'.");
	}

	/**
	 * Whether a conversion may block, as reading and writing files does. Such conversions
	 * run on a worker, never on an event loop.
	 * @return whether a conversion may block
	 */
	default boolean blocking() {
		return false;
	}

	/**
	 * Whether streamed values are sent whole. Gradio sends the edits between two values
	 * for plain data, and whole values for what it holds as an object, such as
	 * {@code gr.JSON}.
	 * @return whether streamed values are sent whole
	 */
	default boolean opaque() {
		return false;
	}

}
