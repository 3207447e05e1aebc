package io.github.gradiospring.server.file;

import java.nio.file.Path;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Keeps the files that clients upload and endpoints produce, under paths that hold
 * nothing of the server's file system. Equal content with an equal name has an equal
 * path. Implementations are bounded and let files expire.
 */
public interface FileStore {

	/**
	 * Saves a file. Nothing is kept when the content fails or the subscriber cancels.
	 * @param filename the name that the client gave; unsafe characters are dropped
	 * @param content the content; each buffer is released
	 * @return the saved file, or an error: {@link InvalidFilenameException},
	 * {@link FileTooLargeException}, {@link FileStoreFullException}, the content's own
	 * error, or an {@link java.io.UncheckedIOException}
	 */
	Mono<StoredFile> save(String filename, Publisher<DataBuffer> content);

	/**
	 * Saves a copy of a local file. Blocks.
	 * @param filename the name for clients
	 * @param file the file
	 * @return the saved file
	 */
	StoredFile save(String filename, Path file);

	/**
	 * Finds a file by the path that {@link #save} returned, or a file below a folder that
	 * the application allows. Blocks on metadata only.
	 * @param path the path as a client sends it, percent-decoded
	 * @return the file, or an error: {@link FileNotAllowedException} for everything else,
	 * missing files included
	 */
	Mono<StoredFile> find(String path);

}
