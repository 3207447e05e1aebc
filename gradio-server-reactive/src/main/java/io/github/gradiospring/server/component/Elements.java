package io.github.gradiospring.server.component;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.CollectionFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;

/**
 * Makes collections and arrays of a declared type.
 *
 * @param container the type of the collection or array
 * @param element the type of its elements
 */
record Elements(Class<?> container, Class<?> element) {

	/**
	 * Prepares for the type of a declared value, which is a collection or an array.
	 * @param value the declared value
	 * @return the elements
	 * @throws IllegalArgumentException when such a collection cannot be made
	 */
	static Elements of(ValueDescriptor value) {
		ResolvableType element = elementOf(value.type());
		Assert.state(element != null, "Not a collection");
		Elements elements = new Elements(value.type().toClass(), element.toClass());
		if (value.direction() == ValueDescriptor.Direction.INPUT) {
			try {
				elements.collect(List.of());
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("'" + value.name() + "' has the type '" + value.type()
						+ "', which cannot be made. Use List or Set instead.", ex);
			}
		}
		return elements;
	}

	/**
	 * The type of the elements of a collection or array.
	 * @param type the type of the container
	 * @return the type, {@code null} when it is neither
	 */
	static @Nullable ResolvableType elementOf(ResolvableType type) {
		if (type.isArray()) {
			return type.getComponentType();
		}
		Class<?> raw = type.toClass();
		// Iterable includes Path and JsonNode, which are no collections
		if (raw == Iterable.class || Collection.class.isAssignableFrom(raw)) {
			return type.as(Iterable.class).getGeneric(0);
		}
		return null;
	}

	Object collect(List<?> values) {
		if (this.container.isArray()) {
			Object array = Array.newInstance(this.element, values.size());
			for (int i = 0; i < values.size(); i++) {
				Array.set(array, i, values.get(i));
			}
			return array;
		}
		// CollectionFactory would make a Set of a Collection
		Class<?> type = this.container.isAssignableFrom(List.class) ? List.class : this.container;
		Collection<Object> collection = CollectionFactory.createCollection(type, this.element, values.size());
		collection.addAll(values);
		return collection;
	}

	static void forEach(Object container, Consumer<Object> action) {
		if (container instanceof Iterable<?> values) {
			values.forEach(action);
		}
		else {
			for (int i = 0; i < Array.getLength(container); i++) {
				action.accept(Array.get(container, i));
			}
		}
	}

}
