package io.github.gradiospring.server.component;

import org.springframework.core.ResolvableType;

/**
 * Thrown at start-up when no kind takes a declared value.
 */
public class UnmappedTypeException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String valueName;

	private final String typeName;

	/**
	 * Creates the exception.
	 * @param valueName the name of the value
	 * @param type the Java type that has no Gradio component
	 */
	public UnmappedTypeException(String valueName, ResolvableType type) {
		super("The type '" + type + "' of '" + valueName + "' has no Gradio component. Use a type such as String, "
				+ "a number, an enum, a record or FileData, annotate the value with @Json if Jackson can convert it, "
				+ "or register a ComponentKind bean for it.");
		this.valueName = valueName;
		this.typeName = type.toString();
	}

	/**
	 * The name of the value on the wire.
	 * @return the name
	 */
	public String getValueName() {
		return this.valueName;
	}

	/**
	 * The Java type that has no Gradio component.
	 * @return the type's name
	 */
	public String getTypeName() {
		return this.typeName;
	}

}
