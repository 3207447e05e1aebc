package io.github.gradiospring.client.call;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.AppEndpoint.Slot;
import io.github.gradiospring.client.error.BadArgumentException;
import io.github.gradiospring.client.file.FileTransfer;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ParameterInfo;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/** Binds by what <code>/info</code> says of the parameters. */
public final class DefaultArgumentBinder implements ArgumentBinder {

	/** Components whose whole value is a file, or a list of them. */
	private static final Set<String> FILES = Set.of("file", "image", "audio", "video", "gallery", "uploadbutton");

	private final FileTransfer files;

	/**
	 * Binds for a client.
	 * @param files uploads the files among the inputs
	 */
	public DefaultArgumentBinder(FileTransfer files) {
		this.files = files;
	}

	@Override
	public Mono<List<JsonNode>> bind(ConnectedApp app, AppEndpoint endpoint, List<@Nullable Object> positional,
			Map<String, @Nullable Object> named) {
		return Mono.defer(() -> {
			FilePlaceholders placeholders = new FilePlaceholders();
			Iterator<JsonNode> values = values(endpoint, positional, named, placeholders).iterator();
			List<JsonNode> data = endpoint.inputs()
				.stream()
				.map((slot) -> slot.skipped() ? NullNode.instance : values.next())
				.toList();
			if (placeholders.files().isEmpty()) {
				return Mono.just(data);
			}
			return this.files.upload(app, placeholders.files())
				.map((uploaded) -> data.stream().map((value) -> FilePlaceholders.replace(value, uploaded)).toList());
		});
	}

	private static List<JsonNode> values(AppEndpoint endpoint, List<@Nullable Object> positional,
			Map<String, @Nullable Object> named, FilePlaceholders placeholders) {
		List<Slot> slots = endpoint.inputs().stream().filter((slot) -> !slot.skipped()).toList();
		List<ParameterInfo> parameters = (endpoint.info() != null) ? endpoint.info().parameters() : List.of();
		verify(endpoint, slots, parameters, positional, named);
		List<JsonNode> values = new ArrayList<>();
		for (int i = 0; i < slots.size(); i++) {
			ParameterInfo parameter = (i < parameters.size()) ? parameters.get(i) : null;
			String name = (parameter != null) ? parameter.parameterName() : "";
			if (i < positional.size()) {
				values.add(write(slots.get(i), positional.get(i), placeholders));
			}
			else if (named.containsKey(name)) {
				values.add(write(slots.get(i), named.get(name), placeholders));
			}
			else if (parameter != null && parameter.parameterHasDefault()) {
				values.add(Objects.requireNonNullElse(parameter.parameterDefault(), NullNode.instance));
			}
			else {
				throw new BadArgumentException("%s needs the parameter %s.".formatted(title(endpoint),
						name.isEmpty() ? "number " + (i + 1) : "'" + name + "'"));
			}
		}
		return values;
	}

	private static void verify(AppEndpoint endpoint, List<Slot> slots, List<ParameterInfo> parameters,
			List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
		List<String> names = parameters.stream().map(ParameterInfo::parameterName).toList();
		if (positional.size() > slots.size()) {
			throw new BadArgumentException("%s takes %d inputs, but %d are given.".formatted(title(endpoint),
					slots.size(), positional.size()));
		}
		if (!named.isEmpty() && endpoint.info() == null) {
			throw new BadArgumentException(
					"%s is undocumented, so give its inputs by position.".formatted(title(endpoint)));
		}
		for (String name : named.keySet()) {
			int index = names.indexOf(name);
			if (index < 0) {
				throw new BadArgumentException(
						"%s has no parameter '%s'. It has %s.".formatted(title(endpoint), name, names));
			}
			if (index < positional.size()) {
				throw new BadArgumentException(
						"The parameter '%s' of %s is given twice.".formatted(name, title(endpoint)));
			}
		}
	}

	private static JsonNode write(Slot slot, @Nullable Object value, FilePlaceholders placeholders) {
		if (value == null) {
			return NullNode.instance;
		}
		boolean file = FILES.contains(slot.type());
		Object given = (file && value instanceof URI uri) ? FilePlaceholders.link(uri) : value;
		try {
			JsonNode json = placeholders.write(given);
			return file ? links(json) : json;
		}
		catch (JacksonException ex) {
			throw new BadArgumentException("An input of the type %s cannot be written as JSON: %s"
				.formatted(value.getClass().getName(), ex.getOriginalMessage()), ex);
		}
	}

	/** Where a file belongs, a text can only be an address. */
	private static JsonNode links(JsonNode value) {
		if (value instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, links(array.get(i)));
			}
		}
		if (!value.isString()) {
			return value;
		}
		String text = value.asString();
		if (!text.startsWith("http://") && !text.startsWith("https://")) {
			throw new BadArgumentException(
					"A text is no file. Give a Path, a Resource, a FileInput, or an address that begins with http.");
		}
		try {
			return GradioProtocol.jsonMapper().valueToTree(FilePlaceholders.link(URI.create(text)));
		}
		catch (IllegalArgumentException ex) {
			throw new BadArgumentException("The address of a file is not valid.", ex);
		}
	}

	private static String title(AppEndpoint endpoint) {
		String name = endpoint.dependency().apiName();
		return "The endpoint " + ((name != null) ? "/" + name : String.valueOf(endpoint.dependency().id()));
	}

}
