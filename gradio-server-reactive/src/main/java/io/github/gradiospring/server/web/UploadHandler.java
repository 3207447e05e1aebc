package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Streams uploads to the file store, one file after the other; no more of them than a few
 * buffers is in memory. The answer is the list of their paths in the order of the
 * request.
 */
final class UploadHandler {

	private static final Log logger = LogFactory.getLog(UploadHandler.class);

	private static final String FIELD = "files";

	private static final ResolvableType EVENT = ResolvableType.forClass(PartEvent.class);

	/** How many buffers of a request are read ahead. */
	private static final int PREFETCH = 1;

	/** How long a follower waits for its upload to start (PROTOCOL section 12). */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/** Where Reactor looks for what to do with dropped errors of a pipeline. */
	private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

	private static final Consumer<Throwable> IGNORE = (ex) -> logger.debug("An upload has failed", ex);

	private final PartEventHttpMessageReader reader = new PartEventHttpMessageReader();

	private final FileStore files;

	private final UploadProgress progress;

	private final Duration heartbeatInterval;

	UploadHandler(FileStore files, UploadProgress progress, Duration heartbeatInterval) {
		this.files = files;
		this.progress = progress;
		this.heartbeatInterval = heartbeatInterval;
	}

	Mono<ServerResponse> upload(ServerRequest request) {
		MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
		if (!type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
			return Responses.detail(HttpStatus.BAD_REQUEST, "Invalid content type.");
		}
		if (type.getParameter("boundary") == null) {
			return Responses.text(HttpStatus.BAD_REQUEST, "Missing boundary in multipart.");
		}
		UploadProgress.Upload upload = request.queryParam("upload_id").map(this.progress::start).orElse(null);
		return this.reader.read(EVENT, new HeapRequest(request.exchange().getRequest()), Map.of())
			.windowUntil(PartEvent::isLast, false, PREFETCH)
			.concatMap((part) -> part.switchOnFirst((first, events) -> save(first.get(), events, upload)), PREFETCH)
			.map(StoredFile::path)
			.collectList()
			.flatMap(Responses::json)
			.onErrorResume(DecodingException.class, UploadHandler::notMultipart)
			// The request and each part end with the same error; all but one are dropped
			.contextWrite((context) -> context.put(ON_ERROR_DROPPED, IGNORE))
			.doFinally((signal) -> {
				if (upload != null) {
					upload.done();
				}
			});
	}

	private Flux<StoredFile> save(@Nullable PartEvent first, Flux<PartEvent> events,
			UploadProgress.@Nullable Upload upload) {
		Flux<DataBuffer> content = events.map(PartEvent::content);
		if (!(first instanceof FilePartEvent file) || !FIELD.equals(first.name())) {
			return content.thenMany(Flux.empty());
		}
		if (upload != null) {
			content = content.doOnNext((buffer) -> upload.received(file.filename(), buffer.readableByteCount()));
		}
		return this.files.save(file.filename(), content).flux();
	}

	private static Mono<ServerResponse> notMultipart(DecodingException error) {
		return Responses.text(HttpStatus.BAD_REQUEST, "Invalid multipart body.");
	}

	/** Streams how far an upload is. */
	Mono<ServerResponse> progress(ServerRequest request) {
		String uploadId = request.queryParam("upload_id").orElse(null);
		if (uploadId == null) {
			throw new InvalidBodyException(InvalidBodyException.Problem.missing(List.of("query", "upload_id"), null));
		}
		return this.progress.await(uploadId, PATIENCE)
			.flatMap((upload) -> EventStream.of(upload.follow(), JsonFrames.<UploadProgress.Update>instance())
				.heartbeat(JsonFrames.HEARTBEAT, this.heartbeatInterval)
				.respond())
			.switchIfEmpty(Mono.defer(() -> Responses.text(HttpStatus.NOT_FOUND, "Upload not found")));
	}

	/**
	 * A request whose body is copied out of the server's buffers as it comes. What is cut
	 * into parts, queued and given up on the way to a file must not be reference-counted:
	 * a buffer that is released twice ruins another upload.
	 */
	private static final class HeapRequest extends ServerHttpRequestDecorator {

		HeapRequest(ServerHttpRequest request) {
			super(request);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().map(HeapRequest::copy);
		}

		private static DataBuffer copy(DataBuffer buffer) {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
		}

	}

}
