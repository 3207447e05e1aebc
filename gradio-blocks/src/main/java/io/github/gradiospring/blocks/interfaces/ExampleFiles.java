package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** The files within values of the wire. */
final class ExampleFiles {

	private static final int BUFFER_SIZE = 64 * 1024;

	private ExampleFiles() {
	}

	/**
	 * Saves a file.
	 * @param file the file
	 * @param services what examples need
	 * @return the file on the wire, with nothing before the path in its address; or an
	 * error when it cannot be read or kept
	 */
	static Mono<JsonNode> save(Resource file, ExampleServices services) {
		String name = name(file);
		return Mono.defer(() -> {
			if (file.isFile()) {
				return Mono.just(services.files().save(name, path(file)));
			}
			return services.files()
				.save(name, DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, BUFFER_SIZE));
		}).subscribeOn(services.worker()).map((stored) -> describe(stored, name));
	}

	static String name(Resource file) {
		String name = file.getFilename();
		return StringUtils.hasText(name) ? name : "file.bin";
	}

	private static Path path(Resource file) {
		try {
			return file.getFile().toPath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode describe(StoredFile stored, String name) {
		// as Python's quote(): the slash is the only reserved character that stays
		String url = UriUtils.encode(stored.path(), StandardCharsets.UTF_8).replace("%2F", "/");
		return GradioProtocol.jsonMapper()
			.valueToTree(FileData.of(stored.path())
				.withUrl(url)
				.withSize(stored.size())
				.withOrigName(name)
				.withMimeType(MediaTypeFactory.getMediaType(name).map(Object::toString).orElse(null)));
	}

	/**
	 * Whether the store still has the files within some values.
	 * @param values the values
	 * @param files the store
	 * @return whether none of them is missing; never fails for a missing file
	 */
	static Mono<Boolean> areThere(List<JsonNode> values, FileStore files) {
		List<ObjectNode> found = new ArrayList<>();
		values.forEach((value) -> collect(value, found));
		return Flux.fromIterable(found)
			.concatMap((file) -> files.find(file.path("path").asString()))
			.then(Mono.just(true))
			.onErrorResume(FileNotAllowedException.class, (ex) -> Mono.just(false));
	}

	/**
	 * Gives the files within a value another address.
	 * @param value the value
	 * @param from what precedes the paths now
	 * @param to what is to precede them
	 * @return a copy with the addresses changed
	 */
	static JsonNode move(JsonNode value, String from, String to) {
		JsonNode copy = value.deepCopy();
		List<ObjectNode> found = new ArrayList<>();
		collect(copy, found);
		for (ObjectNode file : found) {
			String url = file.path("url").asString("");
			if (url.startsWith(from)) {
				file.put("url", to + url.substring(from.length()));
			}
		}
		return copy;
	}

	private static void collect(JsonNode value, List<ObjectNode> files) {
		if (value instanceof ObjectNode object && FileData.isFileData(value)) {
			files.add(object);
			return;
		}
		value.values().forEach((child) -> collect(child, files));
	}

}
