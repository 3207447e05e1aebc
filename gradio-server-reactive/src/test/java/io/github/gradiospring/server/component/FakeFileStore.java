package io.github.gradiospring.server.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Keeps files in a folder and finds only what it saved.
 */
class FakeFileStore implements FileStore {

	static final String URL = "http://localhost/gradio_api/file=";

	private final Path folder;

	private final AtomicInteger count = new AtomicInteger();

	private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

	FakeFileStore(Path folder) {
		this.folder = folder;
	}

	ConversionContext context() {
		return new ConversionContext(this, URL);
	}

	StoredFile put(String filename, byte[] content) {
		try {
			Path location = Files.createDirectories(this.folder.resolve("f" + this.count.incrementAndGet()))
				.resolve(filename);
			Files.write(location, content);
			String path = "gradio/" + this.count + "/" + filename;
			StoredFile stored = new StoredFile(path, filename, content.length, location, false);
			this.files.put(path, stored);
			return stored;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file of this store as a caller names it. */
	static String wire(StoredFile file) {
		return "{'path':'" + file.path() + "','meta':{'_type':'gradio.FileData'}}";
	}

	int size() {
		return this.files.size();
	}

	@Override
	public Mono<StoredFile> save(String filename, Publisher<DataBuffer> content) {
		return DataBufferUtils.join(content).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return put(filename, bytes);
		});
	}

	@Override
	public StoredFile save(String filename, Path file) {
		try {
			return put(filename, Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Mono<StoredFile> find(String path) {
		return Mono.justOrEmpty(this.files.get(path))
			.switchIfEmpty(Mono.error(() -> new FileNotAllowedException("File not allowed: " + path + ".")));
	}

}
