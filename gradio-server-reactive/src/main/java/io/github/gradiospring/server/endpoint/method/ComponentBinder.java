package io.github.gradiospring.server.endpoint.method;

import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentBindings;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.component.UnmappedTypeException;
import io.github.gradiospring.server.component.ValueDescriptor;

/**
 * Binds the values of a method, and says what to change where that fails.
 *
 * @param kinds the kinds of values
 * @param serverMode whether there is no page, so that all components are of one type
 */
record ComponentBinder(ComponentKinds kinds, boolean serverMode) {

	/**
	 * Binds a value.
	 * @param method where it is declared
	 * @param value the value
	 * @param position its place among the inputs or outputs, from 0
	 * @return the binding
	 */
	ComponentBinding bind(BeanMethod method, ValueDescriptor value, int position) {
		try {
			ComponentBinding binding = this.kinds.bind(value);
			return this.serverMode ? ComponentBindings.asApi(binding, value, position) : binding;
		}
		catch (UnmappedTypeException ex) {
			throw method.invalid(
					"The type '%s' of '%s' has no Gradio component.".formatted(ex.getTypeName(), value.name()),
					"Use a type such as String, a number, an enum, a record or FileData, annotate the value with "
							+ "@Json if Jackson can convert it, or register a ComponentKind bean for it.",
					ex);
		}
		catch (IllegalArgumentException ex) {
			throw method.invalid(String.valueOf(ex.getMessage()),
					"Correct the declaration of '%s'.".formatted(value.name()), ex);
		}
	}

	/** Whether a record has a component of its own, so that it is no list of outputs. */
	boolean hasOwnComponent(ValueDescriptor value) {
		try {
			return !"json".equals(this.kinds.bind(value).component().type());
		}
		catch (UnmappedTypeException ex) {
			return false;
		}
	}

}
