package io.github.gradiospring.blocks.interfaces;

import java.nio.file.Path;
import java.util.function.Supplier;

import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * A file store that is looked up when it is first needed: pages are described before all
 * beans are there.
 *
 * @param delegate finds the store
 */
record LazyFileStore(Supplier<FileStore> delegate) implements FileStore {

	@Override
	public Mono<StoredFile> save(String filename, Publisher<DataBuffer> content) {
		return Mono.defer(() -> this.delegate.get().save(filename, content));
	}

	@Override
	public StoredFile save(String filename, Path file) {
		return this.delegate.get().save(filename, file);
	}

	@Override
	public Mono<StoredFile> find(String path) {
		return Mono.defer(() -> this.delegate.get().find(path));
	}

}
