package io.github.gradiospring.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps files in a directory of its own on this machine, which {@link #close()} deletes.
 * A file is removed when nobody has asked for it for the time to live, and the least
 * recently used ones make room for new ones. The path of a file is the hash of its
 * content and its clean name.
 */
public final class LocalFileStore implements FileStore, AutoCloseable {

	private static final int COPY_BUFFER = 64 * 1024;

	/** Enough to keep the disk busy; each buffer of a request holds about 8 kB. */
	private static final int PREFETCH = 8;

	/** Weights are in this unit, since Caffeine counts with an int. */
	private static final long WEIGHT_UNIT = 1024;

	private final Path directory;

	private final AllowedPaths allowedPaths;

	private final IncomingFile.Limits uploads;

	private final IncomingFile.Limits copies;

	private final Cache<String, StoredFile> files;

	private LocalFileStore(Builder builder) {
		try {
			this.directory = (builder.parent != null)
					? Files.createTempDirectory(Files.createDirectories(builder.parent), "gradio-")
					: Files.createTempDirectory("gradio-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.allowedPaths = new AllowedPaths(builder.allowedPaths);
		AtomicLong incoming = new AtomicLong();
		this.uploads = new IncomingFile.Limits(builder.maxFileSize, builder.maxTotalSize, incoming);
		this.copies = new IncomingFile.Limits(0, builder.maxTotalSize, incoming);
		this.files = Caffeine.newBuilder()
			.maximumWeight(builder.maxTotalSize / WEIGHT_UNIT + 1)
			.weigher((String path, StoredFile file) -> weight(file))
			.expireAfterAccess(builder.timeToLive)
			.scheduler(Scheduler.systemScheduler())
			.ticker(builder.ticker)
			// Runs under the lock of the path, so it cannot delete a newer file
			.evictionListener((path, file, cause) -> delete(file))
			.build();
	}

	/**
	 * Starts a store.
	 * @return a builder with the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Mono<StoredFile> save(String filename, Publisher<DataBuffer> content) {
		Flux<DataBuffer> buffers = Flux.from(content);
		return Mono.defer(() -> {
			String name;
			try {
				name = FileNames.clean(filename);
			}
			catch (InvalidFilenameException ex) {
				return buffers.doOnNext(DataBufferUtils::release).then(Mono.error(ex));
			}
			IncomingFile file = new IncomingFile(this.directory, this.uploads);
			return buffers.publishOn(Schedulers.boundedElastic(), PREFETCH)
				.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
				.doOnNext((buffer) -> write(file, buffer))
				.then(Mono
					.fromCallable(() -> file.complete((temporary, hash, size) -> keep(temporary, hash, name, size))))
				.doOnError((ex) -> file.close())
				.doOnCancel(() -> Schedulers.boundedElastic().schedule(file::close));
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private static void write(IncomingFile file, DataBuffer buffer) {
		try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
			while (parts.hasNext()) {
				file.write(parts.next());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	@Override
	public StoredFile save(String filename, Path source) {
		String name = FileNames.clean(filename);
		try (IncomingFile file = new IncomingFile(this.directory, this.copies);
				InputStream content = Files.newInputStream(source)) {
			byte[] buffer = new byte[COPY_BUFFER];
			for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
				file.write(ByteBuffer.wrap(buffer, 0, length));
			}
			return file.complete((temporary, hash, size) -> keep(temporary, hash, name, size));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private StoredFile keep(Path content, String hash, String name, long size) {
		String path = hash + "/" + name;
		return this.files.asMap().compute(path, (key, existing) -> {
			if (existing != null && Files.exists(existing.location())) {
				return existing;
			}
			Path location = this.directory.resolve(hash).resolve(name);
			move(content, location);
			return new StoredFile(path, name, size, location, false);
		});
	}

	private static void move(Path content, Path location) {
		try {
			Files.createDirectories(location.getParent());
			try {
				Files.move(content, location, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (NoSuchFileException ex) {
				// The last other file of the folder was just removed, and the folder too
				Files.createDirectories(location.getParent());
				Files.move(content, location, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Mono<StoredFile> find(String path) {
		return Mono.fromCallable(() -> {
			StoredFile file = this.files.getIfPresent(path);
			if (file == null) {
				file = this.allowedPaths.find(path);
			}
			if (file == null || !Files.exists(file.location())) {
				throw new FileNotAllowedException("File not allowed: " + path + ".");
			}
			return file;
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private static int weight(StoredFile file) {
		return (int) Math.min(Integer.MAX_VALUE, file.size() / WEIGHT_UNIT + 1);
	}

	private static void delete(@Nullable StoredFile file) {
		if (file == null) {
			return;
		}
		try {
			Files.deleteIfExists(file.location());
			// Stays when the same content is kept under another name
			Files.deleteIfExists(file.location().getParent());
		}
		catch (IOException ex) {
			// What is left goes with the directory
			return;
		}
	}

	void cleanUp() {
		this.files.cleanUp();
	}

	/** Deletes all files. What is asked for later is not found. */
	@Override
	public void close() {
		this.files.invalidateAll();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Builds a {@link LocalFileStore}. */
	public static final class Builder {

		private @Nullable Path parent;

		private long maxFileSize;

		private long maxTotalSize = 10L * 1024 * 1024 * 1024;

		private Duration timeToLive = Duration.ofHours(24);

		private List<Path> allowedPaths = List.of();

		private Ticker ticker = Ticker.systemTicker();

		private Builder() {
		}

		/**
		 * Says where the store makes its directory; where the system keeps temporary
		 * files unless told otherwise.
		 * @param parent the folder, made when missing; {@code null} for the default
		 * @return this builder
		 */
		public Builder parent(@Nullable Path parent) {
			this.parent = parent;
			return this;
		}

		/**
		 * Limits each upload.
		 * @param maxFileSize the size in bytes, 0 for no limit, which is the default
		 * @return this builder
		 */
		public Builder maxFileSize(long maxFileSize) {
			Assert.isTrue(maxFileSize >= 0, "The maximum size of a file must not be negative");
			this.maxFileSize = maxFileSize;
			return this;
		}

		/**
		 * Limits the files that are kept. Those that are being written count apart, up to
		 * the same limit.
		 * @param maxTotalSize the size in bytes, 10 GiB by default
		 * @return this builder
		 */
		public Builder maxTotalSize(long maxTotalSize) {
			Assert.isTrue(maxTotalSize > 0, "The maximum size of all files must be positive");
			this.maxTotalSize = maxTotalSize;
			return this;
		}

		/**
		 * Says how long a file is kept after it was last asked for.
		 * @param timeToLive the time, 24 hours by default
		 * @return this builder
		 */
		public Builder timeToLive(Duration timeToLive) {
			Assert.isTrue(!timeToLive.isZero() && !timeToLive.isNegative(), "The time to live must be positive");
			this.timeToLive = timeToLive;
			return this;
		}

		/**
		 * Lets clients fetch files of the server by their absolute path.
		 * @param allowedPaths files, and folders with all that is in them
		 * @return this builder
		 */
		public Builder allowedPaths(List<Path> allowedPaths) {
			this.allowedPaths = List.copyOf(allowedPaths);
			return this;
		}

		Builder ticker(Ticker ticker) {
			this.ticker = ticker;
			return this;
		}

		/**
		 * Builds the store and makes its directory.
		 * @return the store
		 * @throws UncheckedIOException when the directory cannot be made
		 */
		public LocalFileStore build() {
			return new LocalFileStore(this);
		}

	}

}
