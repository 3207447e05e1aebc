package io.github.gradiospring.client.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.file.FileInput.UploadProgress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * One file on its way to an app.
 *
 * @param input the file
 * @param size its size in bytes, {@code null} if that is not known before
 */
record Upload(FileInput input, @Nullable Long size) {

	private static final int CHUNK = 64 * 1024;

	private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	/** Looks at the file; asks the disk. */
	static Upload of(FileInput input) {
		try {
			return new Upload(input, size(input));
		}
		catch (IOException ex) {
			throw notRead(input, ex);
		}
	}

	private static @Nullable Long size(FileInput input) throws IOException {
		Object source = input.source();
		if (source instanceof Path path) {
			if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
				throw new FileTransferException("There is no file '%s' that can be read.".formatted(input.name()));
			}
			return Files.size(path);
		}
		if (source instanceof byte[] bytes) {
			return (long) bytes.length;
		}
		if (source instanceof Resource resource && (resource.isFile() || resource instanceof ByteArrayResource)) {
			// Others may be read to their end for their length
			return resource.contentLength();
		}
		return null;
	}

	void verify(@Nullable Long limit) {
		if (limit != null && this.size != null && this.size > limit) {
			throw tooLarge(limit);
		}
	}

	private PayloadTooLargeException tooLarge(long limit) {
		return new PayloadTooLargeException(
				"The file '%s' is larger than the %d bytes that the app takes.".formatted(this.input.name(), limit));
	}

	/** The name that is sent. */
	String name() {
		return FileNames.sent(this.input.name());
	}

	MediaType mediaType() {
		return MediaTypeFactory.getMediaType(name()).orElse(MediaType.APPLICATION_OCTET_STREAM);
	}

	/** The content piece by piece, counted; fails when it is more than the limit. */
	Flux<DataBuffer> content(@Nullable Long limit) {
		return Flux.defer(() -> {
			AtomicLong sent = new AtomicLong();
			report(0);
			return read().doOnNext((buffer) -> count(buffer, sent, limit));
		})
			.onErrorMap((failure) -> !(failure instanceof GradioClientException),
					(failure) -> notRead(this.input, failure));
	}

	private void count(DataBuffer buffer, AtomicLong sent, @Nullable Long limit) {
		try {
			long total = sent.addAndGet(buffer.readableByteCount());
			if (limit != null && total > limit) {
				throw tooLarge(limit);
			}
			report(total);
		}
		catch (RuntimeException ex) {
			DataBufferUtils.release(buffer);
			throw ex;
		}
	}

	private void report(long total) {
		Consumer<UploadProgress> progress = this.input.progress();
		if (progress != null) {
			progress.accept(new UploadProgress(this.input.name(), total, this.size));
		}
	}

	@SuppressWarnings("unchecked")
	private Flux<DataBuffer> read() {
		Object source = this.input.source();
		if (source instanceof Path path) {
			return DataBufferUtils.read(path, BUFFERS, CHUNK);
		}
		if (source instanceof Resource resource) {
			// A stream blocks, and the one who asks is an event loop
			return DataBufferUtils.read(resource, BUFFERS, CHUNK).subscribeOn(Schedulers.boundedElastic());
		}
		if (source instanceof byte[] bytes) {
			return Flux.range(0, (bytes.length + CHUNK - 1) / CHUNK)
				.map((i) -> BUFFERS.wrap(ByteBuffer.wrap(bytes, i * CHUNK, Math.min(CHUNK, bytes.length - i * CHUNK))));
		}
		return (Flux<DataBuffer>) source;
	}

	private static FileTransferException notRead(FileInput input, Throwable failure) {
		return new FileTransferException("The file '%s' cannot be read.".formatted(input.name()), failure);
	}

}
