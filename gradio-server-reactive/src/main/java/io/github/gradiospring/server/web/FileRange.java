package io.github.gradiospring.server.web;

import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import io.github.gradiospring.server.file.StoredFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The part of a file that a request asks for. Spring's own writer would replace the
 * content type {@code application/octet-stream} by what it guesses.
 *
 * @param start the first byte
 * @param length how many bytes, negative when the file has none of them
 * @param size the size of the file
 * @param partial whether a range was asked for
 */
record FileRange(long start, long length, long size, boolean partial) {

	private static final int BUFFER_SIZE = 64 * 1024;

	/**
	 * Finds the part.
	 * @param request the request
	 * @param file the file
	 * @param etag the tag of its content
	 * @return the part; the whole file for several ranges, or for a range of other
	 * content
	 */
	static FileRange of(ServerRequest request, StoredFile file, @Nullable String etag) {
		HttpHeaders headers = request.exchange().getRequest().getHeaders();
		String range = headers.getFirst(HttpHeaders.RANGE);
		String condition = headers.getFirst(HttpHeaders.IF_RANGE);
		FileRange whole = new FileRange(0, file.size(), file.size(), false);
		if (range == null || !range.startsWith("bytes=") || (condition != null && !condition.equals(etag))) {
			return whole;
		}
		try {
			List<HttpRange> ranges = HttpRange.parseRanges(range);
			if (ranges.size() != 1) {
				return whole;
			}
			long start = ranges.get(0).getRangeStart(file.size());
			long end = ranges.get(0).getRangeEnd(file.size());
			return new FileRange(start, end - start + 1, file.size(), true);
		}
		catch (IllegalArgumentException ex) {
			return new FileRange(0, -1, file.size(), true);
		}
	}

	boolean isEmpty() {
		return this.partial && (this.length <= 0 || this.start >= this.size);
	}

	String header() {
		return "bytes %d-%d/%d".formatted(this.start, this.start + this.length - 1, this.size);
	}

	Mono<Void> write(ReactiveHttpOutputMessage message, Path file) {
		if (message instanceof ZeroCopyHttpOutputMessage zeroCopy) {
			return zeroCopy.writeWith(file, this.start, this.length);
		}
		Flux<DataBuffer> content = DataBufferUtils.readAsynchronousFileChannel(
				() -> AsynchronousFileChannel.open(file, StandardOpenOption.READ), this.start, message.bufferFactory(),
				BUFFER_SIZE);
		return message.writeWith(DataBufferUtils.takeUntilByteCount(content, this.length));
	}

}
