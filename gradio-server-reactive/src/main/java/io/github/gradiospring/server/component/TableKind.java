package io.github.gradiospring.server.component;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.Dataframe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/**
 * Tables, in a Dataframe: a list of lists, an array of arrays, or with {@link Dataframe}
 * a list of other rows.
 */
final class TableKind implements ComponentKind {

	private static final List<String> DEFAULT_HEADERS = List.of("1", "2", "3");

	private final JsonMapper mapper;

	TableKind(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Dataframe hint = value.annotation(Dataframe.class);
		ResolvableType row = Elements.elementOf(value.type());
		boolean fits = row != null && (hint != null ? isRow(row.toClass()) : isTable(value.type(), row));
		if (!Hints.accept(value, fits, "a list of rows, such as List<List<Object>> or a list of a record",
				Dataframe.class) || row == null) {
			return null;
		}
		List<String> declared = (hint != null) ? List.of(hint.headers()) : List.of();
		TableRows rows = rows(row, declared);
		List<String> headers = !declared.isEmpty() ? declared
				: !rows.headers().isEmpty() ? rows.headers() : DEFAULT_HEADERS;
		ComponentDescription component = describe(value, hint, headers);
		return new TableBinding(component, rows, headers, new JsonConversion(this.mapper, value.type()));
	}

	// a list of arrays may as well be a list of vectors, so it needs the hint
	private static boolean isTable(ResolvableType type, ResolvableType row) {
		ResolvableType cell = Elements.elementOf(row);
		return cell != null && type.isArray() == row.isArray() && Elements.elementOf(cell) == null
				&& !Map.class.isAssignableFrom(cell.toClass());
	}

	private static boolean isRow(Class<?> type) {
		return !type.isPrimitive() && !type.isEnum() && !Number.class.isAssignableFrom(type)
				&& !CharSequence.class.isAssignableFrom(type) && type != Boolean.class;
	}

	private TableRows rows(ResolvableType row, List<String> declared) {
		if (row.toClass() == Object.class || Elements.elementOf(row) != null) {
			return TableRows.Lists.INSTANCE;
		}
		if (Map.class.isAssignableFrom(row.toClass())) {
			return new TableRows.Maps(declared);
		}
		return new TableRows.Objects(PropertyNames.of(this.mapper, row), declared);
	}

	private static ComponentDescription describe(ValueDescriptor value, @Nullable Dataframe hint,
			List<String> headers) {
		List<Object> columns = List.of(headers.size(), "dynamic");
		return ComponentDescription.builder("dataframe")
			.label(value.label())
			.prop("value", value.nullable() ? null : table(headers, JsonNodeFactory.instance.arrayNode()))
			.prop("headers", headers)
			.prop("row_count", List.of(3, "dynamic"))
			.prop("col_count", columns)
			.prop("column_count", columns)
			.prop("datatype",
					(hint == null) ? "str"
							: (hint.datatype().length == 1) ? hint.datatype()[0] : List.of(hint.datatype()))
			.build();
	}

	static ObjectNode table(List<String> headers, JsonNode data) {
		ObjectNode table = JsonNodeFactory.instance.objectNode();
		ArrayNode names = table.putArray("headers");
		headers.forEach(names::add);
		table.set("data", data);
		return table.putNull("metadata");
	}

}
