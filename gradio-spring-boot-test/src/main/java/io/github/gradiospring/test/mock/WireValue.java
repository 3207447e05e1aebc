package io.github.gradiospring.test.mock;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.component.ValueDescriptor;
import io.github.gradiospring.server.component.ValueDescriptor.Direction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;

/** Values and components of a test, as the wire has them. */
final class WireValue {

	/** The component of a list of files, which on the wire is a file component too. */
	private static final String FILES = "files";

	private static final ComponentKinds KINDS = new ComponentKinds(GradioProtocol.jsonMapper(), List.of());

	private static final ComponentBinding FILE = bind(ResolvableType.forClass(Resource.class), "file");

	private WireValue() {
	}

	static JsonNode write(@Nullable Object value, ConversionContext context) {
		if (value == null) {
			return JsonNodeFactory.instance.nullNode();
		}
		if (isFile(value)) {
			return FILE.write(value, context);
		}
		if (isFiles(value)) {
			ArrayNode files = JsonNodeFactory.instance.arrayNode();
			((Collection<?>) value).forEach((element) -> files.add(write(element, context)));
			return files;
		}
		return (value instanceof JsonNode node) ? node : GradioProtocol.jsonMapper().valueToTree(value);
	}

	/** The component that shows a value when the test names none. */
	static String componentOf(@Nullable Object value) {
		if (value == null || value instanceof CharSequence) {
			return "textbox";
		}
		if (value instanceof Number) {
			return "number";
		}
		if (value instanceof Boolean) {
			return "checkbox";
		}
		if (isFiles(value)) {
			return FILES;
		}
		return isFile(value) ? "file" : "json";
	}

	static ComponentDescription component(String type, String label) {
		if (type.equals(FILES)) {
			return bind(ResolvableType.forClassWithGenerics(List.class, Resource.class), label).component();
		}
		return ComponentDescription.builder(type).label(label).build();
	}

	private static boolean isFile(Object value) {
		return value instanceof Path || value instanceof File || value instanceof Resource || value instanceof byte[];
	}

	private static boolean isFiles(Object value) {
		return value instanceof Collection<?> elements && !elements.isEmpty()
				&& elements.stream().allMatch((element) -> element != null && isFile(element));
	}

	private static ComponentBinding bind(ResolvableType type, String label) {
		return KINDS.bind(new ValueDescriptor(label, label, type, AnnotatedElementUtils.forAnnotations(),
				Direction.OUTPUT, false, null));
	}

}
