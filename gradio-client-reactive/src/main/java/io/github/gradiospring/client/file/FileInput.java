package io.github.gradiospring.client.file;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

/** A file to send as an input. */
public final class FileInput {

	private final String name;

	private final Object source;

	private final @Nullable Consumer<UploadProgress> progress;

	private FileInput(String name, Object source, @Nullable Consumer<UploadProgress> progress) {
		this.name = name;
		this.source = source;
		this.progress = progress;
	}

	/** A file of this machine, under its name. */
	public static FileInput of(Path path) {
		Path name = path.getFileName();
		return new FileInput((name != null) ? name.toString() : "file", path, null);
	}

	/** A resource, under its file name. */
	public static FileInput of(Resource resource) {
		String name = resource.getFilename();
		return new FileInput((name != null) ? name : "file", resource, null);
	}

	/** Bytes in memory. */
	public static FileInput of(String name, byte[] bytes) {
		return new FileInput(name, bytes.clone(), null);
	}

	/** A stream, read once, when it is sent. */
	public static FileInput of(String name, Flux<DataBuffer> content) {
		return new FileInput(name, content, null);
	}

	/** The same file under another name. */
	public FileInput named(String name) {
		return new FileInput(name, this.source, this.progress);
	}

	/** The same file, whose upload is followed. */
	public FileInput onProgress(Consumer<UploadProgress> progress) {
		return new FileInput(this.name, this.source, progress);
	}

	/** The name that the app sees. */
	public String name() {
		return this.name;
	}

	Object source() {
		return this.source;
	}

	@Nullable Consumer<UploadProgress> progress() {
		return this.progress;
	}

	/**
	 * How far an upload is.
	 *
	 * @param name the file
	 * @param bytesSent what was handed to the connection
	 * @param size the size, {@code null} if unknown
	 */
	public record UploadProgress(String name, long bytesSent, @Nullable Long size) {
	}

}
