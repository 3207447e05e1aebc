package io.github.gradiospring.server.component;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.file.InvalidFileDataException;
import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.StoredFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * The way of files between the wire and the {@code FileStore}. A file that comes in is
 * looked up there and nowhere else; a file that goes out is saved there. All methods that
 * have a context block.
 */
final class WireFiles {

	private static final int BUFFER_SIZE = 64 * 1024;

	private WireFiles() {
	}

	/**
	 * Reads how a caller names a file.
	 * @param value the value
	 * @return the file, not yet looked up
	 * @throws InvalidValueException when {@code path} or {@code meta} is missing
	 */
	static FileData parse(JsonNode value) {
		try {
			return FileData.parse(value);
		}
		catch (InvalidFileDataException ex) {
			throw new InvalidValueException(ex.getMessage() + ". Upload the file first.");
		}
	}

	/**
	 * Finds the file that a caller names. What the caller says of its size and address is
	 * replaced by what is true.
	 * @param value the file on the wire
	 * @param context the call
	 * @return the file
	 * @throws InvalidValueException when it was not handed out by this server
	 */
	static IncomingFile find(JsonNode value, ConversionContext context) {
		FileData named = parse(value);
		StoredFile stored;
		try {
			stored = find(named.path(), context);
		}
		catch (FileNotAllowedException ex) {
			throw new InvalidValueException(
					"File not allowed: " + PythonText.abbreviate(named.path()) + ". Upload it first.");
		}
		String name = cleanName(named.origName(), stored.filename());
		return new IncomingFile(stored, refresh(named.withOrigName(name), stored, context));
	}

	/**
	 * Saves a file that goes out.
	 * @param value a {@code FileData} of this server, {@code Path}, {@code File},
	 * {@code Resource} or {@code byte[]}
	 * @param fallbackName the name when the value has none
	 * @param context the call
	 * @return the file as callers see it
	 */
	static FileData save(Object value, String fallbackName, ConversionContext context) {
		if (value instanceof FileData file) {
			return refresh(file, find(file.path(), context), context);
		}
		if (value instanceof Path path) {
			return save(path, context);
		}
		if (value instanceof File file) {
			return save(file.toPath(), context);
		}
		if (value instanceof Resource resource) {
			return save(resource, fallbackName, context);
		}
		byte[] bytes = (byte[]) value;
		return save(fallbackName, Flux.<DataBuffer>defer(() -> Flux.just(wrap(bytes))), context);
	}

	private static FileData save(Path path, ConversionContext context) {
		Path name = path.getFileName();
		if (name == null) {
			throw new IllegalArgumentException("The result is a folder, not a file.");
		}
		StoredFile stored = context.files().save(name.toString(), path);
		return refresh(FileData.of(stored.path()).withOrigName(name.toString()), stored, context);
	}

	private static FileData save(Resource resource, String fallbackName, ConversionContext context) {
		String filename = resource.getFilename();
		String name = StringUtils.hasText(filename) ? filename : fallbackName;
		if (resource.isFile()) {
			try {
				StoredFile stored = context.files().save(name, resource.getFile().toPath());
				return refresh(FileData.of(stored.path()).withOrigName(name), stored, context);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return save(name, DataBufferUtils.read(resource, DefaultDataBufferFactory.sharedInstance, BUFFER_SIZE),
				context);
	}

	private static DataBuffer wrap(byte[] bytes) {
		return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
	}

	private static FileData save(String name, Flux<DataBuffer> content, ConversionContext context) {
		StoredFile stored = context.files().save(name, content).block();
		if (stored == null) {
			throw new IllegalStateException("The file store saved nothing.");
		}
		return refresh(FileData.of(stored.path()).withOrigName(name), stored, context);
	}

	private static StoredFile find(String path, ConversionContext context) {
		StoredFile stored = context.files().find(path).block();
		if (stored == null) {
			throw new FileNotAllowedException("File not allowed: " + path + ".");
		}
		return stored;
	}

	private static FileData refresh(FileData file, StoredFile stored, ConversionContext context) {
		String name = (file.origName() != null) ? file.origName() : stored.filename();
		return file.withPath(stored.path())
			.withUrl(context.fileUrlPrefix() + encode(stored.path()))
			.withSize(stored.size())
			.withOrigName(name)
			.withMimeType(mediaType(name, file.mimeType()));
	}

	// as Python's quote(): the slash is the only reserved character that stays
	private static String encode(String path) {
		return UriUtils.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
	}

	private static @Nullable String mediaType(String name, @Nullable String otherwise) {
		return MediaTypeFactory.getMediaType(name).map(Object::toString).orElse(otherwise);
	}

	// a caller's name must not lead a careless application into another folder
	private static String cleanName(@Nullable String name, String otherwise) {
		if (name == null || name.isBlank() || name.equals(".") || name.equals("..")
				|| name.chars().anyMatch((ch) -> ch == '/' || ch == '\\' || Character.isISOControl(ch))) {
			return otherwise;
		}
		return name;
	}

	static ObjectNode write(FileData file) {
		return GradioProtocol.jsonMapper().valueToTree(file);
	}

	/**
	 * A file that a caller named and that this server holds.
	 *
	 * @param stored the file itself
	 * @param data the file as callers see it
	 */
	record IncomingFile(StoredFile stored, FileData data) {

	}

}
