package io.github.gradiospring.client.file;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.PayloadTooLargeException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * Sends files by the route <code>/upload</code>, in the field <code>files</code>. The
 * answer is a list of the server's paths in the same order (observed with Gradio 6.31).
 */
final class Uploader {

	/**
	 * Gradio's parser takes no more files in one request; JavaScript's client does so.
	 */
	private static final int MAX_FILES = 1000;

	Mono<List<FileData>> upload(GradioHttp http, List<FileInput> files, @Nullable Long limit) {
		return Flux.fromIterable(files)
			.map(Upload::of)
			.doOnNext((upload) -> upload.verify(limit))
			.collectList()
			// Sizes are asked of the disk
			.subscribeOn(Schedulers.boundedElastic())
			.flatMapMany((uploads) -> Flux.fromIterable(uploads).buffer(MAX_FILES))
			.concatMap((uploads) -> send(http, uploads, limit))
			.concatMapIterable((uploaded) -> uploaded)
			.collectList();
	}

	private static Mono<List<FileData>> send(GradioHttp http, List<Upload> uploads, @Nullable Long limit) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		for (Upload upload : uploads) {
			body.asyncPart("files", upload.content(limit), DataBuffer.class)
				.filename(upload.name())
				.contentType(upload.mediaType());
		}
		return http.webClient()
			.post()
			.uri(http.api("upload?upload_id=" + UUID.randomUUID().toString().replace("-", "")))
			.body(BodyInserters.fromMultipartData(body.build()))
			.exchangeToMono((response) -> response.statusCode().is2xxSuccessful()
					? response.bodyToMono(String.class).defaultIfEmpty("")
					: HttpErrors.of(response).<String>flatMap(Mono::error))
			.onErrorMap(Uploader::failed)
			.map((answer) -> uploaded(uploads, answer));
	}

	private static GradioClientException failed(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof PayloadTooLargeException || cause instanceof AuthenticationException
					|| cause instanceof FileTransferException) {
				return (GradioClientException) cause;
			}
		}
		GradioClientException mapped = HttpErrors.of(failure);
		return new FileTransferException("The upload failed: " + mapped.getMessage(), mapped);
	}

	private static List<FileData> uploaded(List<Upload> uploads, String answer) {
		JsonNode paths = paths(answer);
		if (!paths.isArray() || paths.size() != uploads.size()) {
			throw unknown();
		}
		List<FileData> files = new ArrayList<>();
		for (int i = 0; i < uploads.size(); i++) {
			Upload upload = uploads.get(i);
			files.add(FileData.of(paths.get(i).stringValueOpt().orElseThrow(Uploader::unknown))
				.withOrigName(upload.name())
				.withSize(upload.size())
				.withMimeType(upload.mediaType().toString()));
		}
		return files;
	}

	private static JsonNode paths(String answer) {
		try {
			return GradioProtocol.jsonMapper().readTree(answer);
		}
		catch (JacksonException ex) {
			throw unknown();
		}
	}

	private static FileTransferException unknown() {
		return new FileTransferException("The app did not say where it put the files.");
	}

}
