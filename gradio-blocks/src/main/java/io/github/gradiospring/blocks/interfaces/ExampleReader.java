package io.github.gradiospring.blocks.interfaces;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ComponentBinding;
import io.github.gradiospring.server.component.ConversionContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** Makes values of examples from what an application declares. */
final class ExampleReader {

	/** Components whose values are files and nothing else. */
	private static final Set<String> FILES = Set.of("audio", "downloadbutton", "file", "image", "model3d",
			"uploadbutton", "video");

	/** Files that examples show in a small form; of others they show the name. */
	private static final Set<String> PICTURES = Set.of("image", "video");

	/** Components whose example fails in the frontend when there is no value at all. */
	private static final Set<String> NEVER_NULL = Set.of("gallery", "imageeditor", "multimodaltextbox");

	private final ExampleServices services;

	private final ConversionContext context;

	ExampleReader(ExampleServices services) {
		this.services = services;
		this.context = new ConversionContext(services.files(), "");
	}

	/**
	 * Makes a value.
	 * @param binding the input
	 * @param value what was declared
	 * @param folder where files are that are named by their place in it, {@code null}
	 * without
	 * @return the value
	 * @throws IllegalArgumentException when the input cannot have it
	 */
	ExampleValue read(ComponentBinding binding, @Nullable Object value, @Nullable Resource folder) {
		if (value == null) {
			return new ExampleValue.Plain(NullNode.getInstance(), "");
		}
		if (value instanceof JsonNode json) {
			return new ExampleValue.Plain(json, json.asString(json.toString()));
		}
		if (isFile(binding)) {
			List<Resource> files = files(value, folder, isSeveral(binding));
			if (files != null) {
				return files(binding, files);
			}
		}
		if (value instanceof String text) {
			return new ExampleValue.Plain(binding.parseDefault(text), text);
		}
		if (binding.blocking()) {
			return later(binding, value);
		}
		return new ExampleValue.Plain(write(binding, value), String.valueOf(value));
	}

	static boolean isFile(ComponentBinding binding) {
		return binding.blocking() && FILES.contains(binding.component().type());
	}

	private static boolean isSeveral(ComponentBinding binding) {
		JsonNode count = binding.component().props().get("file_count");
		return count != null && !count.asString("single").equals("single");
	}

	private JsonNode write(ComponentBinding binding, Object value) {
		try {
			return binding.write(value, this.context);
		}
		catch (ClassCastException ex) {
			JsonNode json = GradioProtocol.jsonMapper().valueToTree(value);
			binding.check(json);
			return json;
		}
	}

	private ExampleValue later(ComponentBinding binding, Object value) {
		String type = binding.component().type();
		String text = (value instanceof byte[]) ? "(" + type + ")" : String.valueOf(value);
		Mono<JsonNode> writing = Mono.fromCallable(() -> write(binding, value)).subscribeOn(this.services.worker());
		return stored(type, text, writing);
	}

	private ExampleValue files(ComponentBinding binding, List<Resource> files) {
		String type = binding.component().type();
		if (files.isEmpty()) {
			return new ExampleValue.Plain(NullNode.getInstance(), "");
		}
		String names = files.stream().map(ExampleFiles::name).collect(Collectors.joining(", "));
		Mono<JsonNode> writing = isSeveral(binding)
				? Flux.fromIterable(files)
					.concatMap((file) -> ExampleFiles.save(file, this.services))
					.collectList()
					.map((saved) -> JsonNodeFactory.instance.arrayNode().addAll(saved))
				: ExampleFiles.save(files.get(0), this.services);
		return stored(type, names, writing);
	}

	private ExampleValue stored(String type, String text, Mono<JsonNode> writing) {
		if (FILES.contains(type) && !PICTURES.contains(type)) {
			return new StoredValue(text, StringNode.valueOf(text), false, writing, this.services.files());
		}
		JsonNode preview = NEVER_NULL.contains(type) ? JsonNodeFactory.instance.objectNode() : NullNode.getInstance();
		return new StoredValue(text, preview, true, writing, this.services.files());
	}

	/** What a value names, {@code null} when it is nothing that names a file. */
	private @Nullable List<Resource> files(Object value, @Nullable Resource folder, boolean several) {
		if (value instanceof String location) {
			return located(location, folder, several);
		}
		if (value instanceof Resource file) {
			return List.of(file);
		}
		if (value instanceof Path file) {
			return List.of(new FileSystemResource(file));
		}
		if (value instanceof File file) {
			return List.of(new FileSystemResource(file));
		}
		Collection<?> elements = (value instanceof Object[] array) ? Arrays.asList(array)
				: (value instanceof Collection<?> collection) ? collection : null;
		if (!several || elements == null) {
			return null;
		}
		List<Resource> all = new ArrayList<>();
		for (Object element : elements) {
			List<Resource> files = files(element, folder, false);
			if (files == null) {
				return null;
			}
			all.addAll(files);
		}
		return all;
	}

	private List<Resource> located(String location, @Nullable Resource folder, boolean several) {
		if (location.isEmpty()) {
			return List.of();
		}
		try {
			if (folder != null && !ResourceUtils.isUrl(location)) {
				return existing(location, folder.createRelative(location));
			}
			if (several && location.indexOf('*') >= 0) {
				return existing(location, this.services.resources().getResources(location));
			}
			return existing(location, this.services.resources().getResource(location));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Resource> existing(String location, Resource... files) {
		// what is elsewhere is asked for when it is needed
		boolean remote = location.startsWith("http:") || location.startsWith("https:");
		if (files.length == 0 || !remote && !Arrays.stream(files).allMatch(Resource::isReadable)) {
			throw new IllegalArgumentException("There is no such file.");
		}
		return List.of(files);
	}

}
