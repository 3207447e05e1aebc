package io.github.gradiospring.client.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.github.gradiospring.client.error.FileTransferException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Where downloads are put: each in a directory of its own, under its name only when it is
 * whole, and nothing of those that fail or are cancelled.
 */
final class DownloadFolder {

	/** No clean name begins with a dot. */
	private static final String PART = ".part";

	private final Mono<Path> root;

	/** A folder, made with the first download; a temporary one without a path. */
	DownloadFolder(@Nullable Path root) {
		this.root = blocking(() -> (root != null) ? root : Files.createTempDirectory("gradio-client-"))
			.cache((path) -> Duration.ofMillis(Long.MAX_VALUE), (ex) -> Duration.ZERO, () -> Duration.ZERO);
	}

	/**
	 * Writes a file.
	 * @param content what is in it
	 * @param name its name, clean
	 * @return where it is; fails as the content does, and with
	 * {@link FileTransferException} when it cannot be written
	 */
	Mono<Path> save(Flux<DataBuffer> content, String name) {
		return this.root.flatMap((root) -> Mono.usingWhen(directory(root),
				(directory) -> write(content, directory.resolve(PART)).then(move(directory, name)),
				(directory) -> Mono.empty(), (directory, ex) -> delete(directory), DownloadFolder::delete));
	}

	private static Mono<Path> directory(Path root) {
		return blocking(() -> Files.createDirectories(root.resolve(UUID.randomUUID().toString())));
	}

	private static Mono<Void> write(Flux<DataBuffer> content, Path part) {
		return Mono
			.using(() -> AsynchronousFileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
					(channel) -> DataBufferUtils.write(content, channel).doOnNext(DataBufferUtils::release).then(),
					DownloadFolder::close)
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(DownloadFolder::isOfDisk, DownloadFolder::notWritten);
	}

	private static Mono<Path> move(Path directory, String name) {
		return blocking(
				() -> Files.move(directory.resolve(PART), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE));
	}

	private static Mono<Void> delete(Path directory) {
		return Mono.<Void>fromRunnable(() -> FileSystemUtils.deleteRecursively(directory.toFile()))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static void close(AsynchronousFileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Mono<Path> blocking(Callable<Path> action) {
		return Mono.fromCallable(action)
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(DownloadFolder::isOfDisk, DownloadFolder::notWritten);
	}

	private static boolean isOfDisk(Throwable failure) {
		return failure instanceof IOException || failure instanceof UncheckedIOException;
	}

	private static FileTransferException notWritten(Throwable failure) {
		return new FileTransferException("A download cannot be written.", failure);
	}

}
