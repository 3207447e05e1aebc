package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Json;
import io.github.gradiospring.server.component.Update;
import io.github.gradiospring.server.component.ValueDescriptor;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.StringValueResolver;

/**
 * The outputs that a result stands for: none for {@code void}, one per component of a
 * record, else one. A record with a component of its own, such as a chat message, is one
 * value, and so is one that {@link Json} declares as such. An {@link Update} stands for
 * its value.
 */
final class ResultShape {

	private static final String DEFAULT_NAME = "output";

	private final List<EndpointOutput> outputs = new ArrayList<>();

	/** Where the outputs of a record are; {@code null} when the result is no record. */
	private final RecordComponent @Nullable [] components;

	/**
	 * Reads the shape of a result.
	 * @param method the method that returns it
	 * @param type its type
	 * @param binder binds it
	 * @param texts resolves placeholders
	 * @throws io.github.gradiospring.server.endpoint.InvalidEndpointException when a type
	 * has no component
	 */
	ResultShape(BeanMethod method, ResolvableType type, ComponentBinder binder, StringValueResolver texts) {
		Class<?> resultClass = type.resolve(Object.class);
		if (resultClass == void.class || resultClass == Void.class) {
			this.components = new RecordComponent[0];
			return;
		}
		ValueDescriptor whole = value(DEFAULT_NAME, type, method.method(), texts);
		if (isSeveralOutputs(resultClass, whole, binder)) {
			this.components = resultClass.getRecordComponents();
			for (RecordComponent component : this.components) {
				ReflectionUtils.makeAccessible(component.getAccessor());
				ResolvableType componentType = ResolvableType.forType(component.getGenericType(), type);
				add(method, value(component.getName(), componentType, component, texts), binder, texts);
			}
		}
		else {
			this.components = null;
			add(method, whole, binder, texts);
		}
	}

	/** The outputs. */
	List<EndpointOutput> outputs() {
		return this.outputs;
	}

	/** The value of each output. */
	List<@Nullable Object> row(@Nullable Object result) {
		RecordComponent[] components = this.components;
		Object value = unwrap(result);
		if (components == null) {
			return Collections.singletonList(value);
		}
		List<@Nullable Object> row = new ArrayList<>(components.length);
		for (RecordComponent component : components) {
			row.add((value != null) ? unwrap(ReflectionUtils.invokeMethod(component.getAccessor(), value)) : null);
		}
		return row;
	}

	/** The values of each output for the results of a batch. */
	List<@Nullable Object> columns(@Nullable Object results) {
		List<@Nullable Object> columns = new ArrayList<>();
		this.outputs.forEach((output) -> columns.add(new ArrayList<@Nullable Object>()));
		if (results instanceof Iterable<?> list) {
			list.forEach((result) -> addTo(columns, row(result)));
		}
		return columns;
	}

	@SuppressWarnings("unchecked")
	private static void addTo(List<@Nullable Object> columns, List<@Nullable Object> row) {
		for (int i = 0; i < row.size(); i++) {
			((List<@Nullable Object>) columns.get(i)).add(row.get(i));
		}
	}

	private void add(BeanMethod method, ValueDescriptor value, ComponentBinder binder, StringValueResolver texts) {
		GradioOutput output = value.annotation(GradioOutput.class);
		String description = (output != null) ? text(output.description(), texts) : "";
		this.outputs
			.add(new EndpointOutput(value.name(), description, binder.bind(method, value, this.outputs.size()), null));
	}

	private static boolean isSeveralOutputs(Class<?> type, ValueDescriptor whole, ComponentBinder binder) {
		return type.isRecord() && whole.annotation(Json.class) == null
				&& !AnnotatedElementUtils.hasAnnotation(type, Json.class) && !binder.hasOwnComponent(whole);
	}

	private static ValueDescriptor value(String name, ResolvableType type, AnnotatedElement annotated,
			StringValueResolver texts) {
		boolean optional = type.resolve() == Optional.class;
		boolean wrapped = optional || type.resolve() == Update.class;
		GradioOutput output = AnnotatedElementUtils.findMergedAnnotation(annotated, GradioOutput.class);
		String label = (output != null) ? text(output.label(), texts) : "";
		return new ValueDescriptor(name, StringUtils.hasText(label) ? label : name, wrapped ? type.getGeneric(0) : type,
				annotated, Direction.OUTPUT, optional, null);
	}

	private static String text(String text, StringValueResolver texts) {
		return String.valueOf(texts.resolveStringValue(text));
	}

	private static @Nullable Object unwrap(@Nullable Object value) {
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

}
