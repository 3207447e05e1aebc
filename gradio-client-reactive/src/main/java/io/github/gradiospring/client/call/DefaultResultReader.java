package io.github.gradiospring.client.call;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;

/** Reads results with Jackson, files included. */
public final class DefaultResultReader implements ResultReader {

	private final FileTransfer files;

	/**
	 * Reads for a client.
	 * @param files fetches the files among the values
	 */
	public DefaultResultReader(FileTransfer files) {
		this.files = files;
	}

	@Override
	public Mono<Object> read(ConnectedApp app, AppEndpoint endpoint, List<JsonNode> data, ResolvableType type) {
		return Mono.defer(() -> {
			List<JsonNode> values = visible(endpoint, data);
			if (values.isEmpty() || isVoid(type)) {
				return Mono.empty();
			}
			JsonNode whole = (values.size() == 1) ? plain(values.get(0), type) : together(endpoint, values, type);
			if (whole.isNull() && type.toClass() != Optional.class
					&& !JsonNode.class.isAssignableFrom(type.toClass())) {
				return Mono.empty();
			}
			if (!WantedFiles.in(type)) {
				return Mono.justOrEmpty(convert(endpoint, whole, type, Map.of()));
			}
			return fetch(app, whole)
				// What is read as bytes is read from the disk
				.publishOn(Schedulers.boundedElastic())
				.mapNotNull((fetched) -> convert(endpoint, whole, type, fetched));
		});
	}

	private static boolean isVoid(ResolvableType type) {
		return type.toClass() == Void.class || type.toClass() == void.class;
	}

	private static List<JsonNode> visible(AppEndpoint endpoint, List<JsonNode> data) {
		List<JsonNode> values = new ArrayList<>();
		for (int i = 0; i < data.size(); i++) {
			if (i >= endpoint.outputs().size() || !endpoint.outputs().get(i).skipped()) {
				values.add(data.get(i));
			}
		}
		return values;
	}

	/** Several outputs as a list, or as an object where names are wanted. */
	private static JsonNode together(AppEndpoint endpoint, List<JsonNode> values, ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw.isRecord()) {
			RecordComponent[] components = raw.getRecordComponents();
			if (components.length != values.size()) {
				throw new BadArgumentException("%s has %d outputs, but the record %s has %d components."
					.formatted(title(endpoint), values.size(), raw.getName(), components.length));
			}
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			for (int i = 0; i < components.length; i++) {
				object.set(components[i].getName(),
						plain(values.get(i), ResolvableType.forType(components[i].getGenericType(), type)));
			}
			return object;
		}
		if (Map.class.isAssignableFrom(raw)) {
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			List<ReturnInfo> returns = (endpoint.info() != null) ? endpoint.info().returns() : List.of();
			for (int i = 0; i < values.size(); i++) {
				String label = (i < returns.size()) ? returns.get(i).label() : String.valueOf(i);
				object.set(object.has(label) ? label + "_" + i : label, values.get(i));
			}
			return object;
		}
		if (raw != Object.class && !raw.isArray() && !Collection.class.isAssignableFrom(raw)
				&& !JsonNode.class.isAssignableFrom(raw)) {
			throw new BadArgumentException("%s has %d outputs, so ask for a record, a List or a JsonNode instead of %s."
				.formatted(title(endpoint), values.size(), raw.getName()));
		}
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		values.forEach(list::add);
		return list;
	}

	/** The value within a change of properties, unless the change itself is wanted. */
	private static JsonNode plain(JsonNode value, ResolvableType type) {
		boolean raw = JsonNode.class.isAssignableFrom(type.toClass()) || Map.class.isAssignableFrom(type.toClass())
				|| type.toClass() == Object.class;
		if (raw || !value.path("__type__").asString("").equals("update")) {
			return value;
		}
		return value.has("value") ? value.get("value") : JsonNodeFactory.instance.nullNode();
	}

	private Mono<Map<String, Path>> fetch(ConnectedApp app, JsonNode value) {
		return Flux.fromIterable(WantedFiles.of(value).values())
			.concatMap((FileData file) -> this.files.download(app, file).map((path) -> Map.entry(file.path(), path)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private static @Nullable Object convert(AppEndpoint endpoint, JsonNode value, ResolvableType type,
			Map<String, Path> fetched) {
		JavaType javaType = WantedFiles.MAPPER.constructType(type.getType());
		if (JsonNode.class.isAssignableFrom(type.toClass())) {
			return value;
		}
		try {
			return WantedFiles.MAPPER.readerFor(javaType).withAttribute(WantedFiles.class, fetched).readValue(value);
		}
		catch (JacksonException ex) {
			throw new BadArgumentException("The result of %s does not fit the type %s: %s".formatted(title(endpoint),
					type, ex.getOriginalMessage()), ex);
		}
	}

	private static String title(AppEndpoint endpoint) {
		String name = endpoint.dependency().apiName();
		return "The endpoint " + ((name != null) ? "/" + name : String.valueOf(endpoint.dependency().id()));
	}

}
