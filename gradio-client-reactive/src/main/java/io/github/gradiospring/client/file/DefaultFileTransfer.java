package io.github.gradiospring.client.file;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
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
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriUtils;

/** Transfers files by the routes <code>/upload</code> and <code>/file=</code>. */
public final class DefaultFileTransfer implements FileTransfer {

	private final FileOptions options;

	private final WebClient elsewhere;

	private final Mono<Path> directory;

	/**
	 * Prepares transfers; nothing is opened yet.
	 * @param options how files are fetched
	 */
	public DefaultFileTransfer(FileOptions options) {
		this.options = options;
		this.elsewhere = ElsewhereClient.create(options.policy());
		this.directory = Mono.fromCallable(() -> directory(options.directory()))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(IOException.class,
					(ex) -> new FileTransferException("The folder for downloads cannot be made.", ex))
			.cache((path) -> Duration.ofMillis(Long.MAX_VALUE), (ex) -> Duration.ZERO, () -> Duration.ZERO);
	}

	private static Path directory(@Nullable Path directory) throws IOException {
		return (directory != null) ? Files.createDirectories(directory) : Files.createTempDirectory("gradio-client-");
	}

	@Override
	public Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files) {
		Long limit = app.app().config().maxFileSize();
		return Flux.fromIterable(files)
			.map(Upload::of)
			.doOnNext((upload) -> upload.verify(limit))
			.collectList()
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((uploads) -> send(app.http(), uploads, limit));
	}

	private static Mono<List<FileData>> send(GradioHttp http, List<Upload> uploads, @Nullable Long limit) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		for (Upload upload : uploads) {
			body.asyncPart("files", upload.content(limit), DataBuffer.class)
				.filename(upload.input().name())
				.contentType(upload.mediaType());
		}
		return http.webClient()
			.post()
			.uri(http.api("upload?upload_id=" + UUID.randomUUID().toString().replace("-", "")))
			.body(BodyInserters.fromMultipartData(body.build()))
			.exchangeToMono((response) -> response.statusCode().is2xxSuccessful() ? response.bodyToMono(String.class)
					: HttpErrors.of(response).<String>flatMap(Mono::error))
			.onErrorMap(DefaultFileTransfer::uploadError)
			.map((answer) -> uploaded(uploads, answer));
	}

	private static Throwable uploadError(Throwable error) {
		if (error instanceof AuthenticationException || error instanceof PayloadTooLargeException) {
			return error;
		}
		Throwable cause = error;
		while (cause != null) {
			if (cause instanceof PayloadTooLargeException) {
				return cause;
			}
			cause = cause.getCause();
		}
		GradioClientException mapped = HttpErrors.of(error);
		return new FileTransferException("The upload failed: " + mapped.getMessage(), mapped);
	}

	private static List<FileData> uploaded(List<Upload> uploads, String answer) {
		JsonNode paths = GradioProtocol.jsonMapper().readTree(answer);
		if (!paths.isArray() || paths.size() != uploads.size()) {
			throw new FileTransferException("The app did not say where it put the files.");
		}
		List<FileData> files = new ArrayList<>();
		for (int i = 0; i < uploads.size(); i++) {
			Upload upload = uploads.get(i);
			files.add(FileData.of(paths.get(i).asString())
				.withOrigName(upload.input().name())
				.withSize(upload.size())
				.withMimeType(upload.mediaType().toString()));
		}
		return files;
	}

	@Override
	public Flux<DataBuffer> content(ConnectedApp app, FileData file) {
		return Flux.defer(() -> {
			URI elsewhere = elsewhere(file);
			URI uri = (elsewhere != null) ? elsewhere : ownAddress(app.http(), file);
			WebClient client = client(app.http(), elsewhere);
			AtomicLong size = new AtomicLong();
			return client.get()
				.uri(uri)
				.exchangeToFlux((response) -> response.statusCode().is2xxSuccessful()
						? response.bodyToFlux(DataBuffer.class) : refused(response).flux())
				.doOnNext((buffer) -> count(buffer, size))
				.onErrorMap((ex) -> downloadError(ex, file));
		});
	}

	/** A file that the app does not give (403) is not for want of a login (401). */
	private static Mono<DataBuffer> refused(ClientResponse response) {
		boolean forbidden = response.statusCode().value() == 403;
		return HttpErrors.of(response)
			.flatMap((ex) -> Mono
				.error(forbidden ? new FileTransferException(String.valueOf(ex.getMessage()), ex) : ex));
	}

	private void count(DataBuffer buffer, AtomicLong size) {
		if (size.addAndGet(buffer.readableByteCount()) > this.options.maxDownloadSize().toBytes()) {
			DataBufferUtils.release(buffer);
			throw new FileTransferException(
					"The file is larger than the %s that are fetched.".formatted(this.options.maxDownloadSize()));
		}
	}

	private static Throwable downloadError(Throwable error, FileData file) {
		if (error instanceof FileTransferException || error instanceof AuthenticationException) {
			return error;
		}
		Throwable cause = error.getCause();
		if (cause instanceof FileTransferException) {
			return cause;
		}
		return new FileTransferException("The file '%s' cannot be fetched: %s".formatted(FileNames.clean(name(file)),
				HttpErrors.of(error).getMessage()), error);
	}

	/** A path with a scheme is an address, which may be the app's own. */
	private static @Nullable URI elsewhere(FileData file) {
		if (!file.path().startsWith("http://") && !file.path().startsWith("https://")) {
			return null;
		}
		try {
			return URI.create(file.path());
		}
		catch (IllegalArgumentException ex) {
			throw new FileTransferException("The address of a file is not valid.", ex);
		}
	}

	private WebClient client(GradioHttp http, @Nullable URI elsewhere) {
		if (elsewhere == null || (http.root().getScheme().equals(elsewhere.getScheme())
				&& http.root().getRawAuthority().equals(elsewhere.getRawAuthority()))) {
			return http.webClient();
		}
		ElsewhereClient.verifyLiteral(this.options.policy(), elsewhere.getHost());
		return this.elsewhere;
	}

	private static URI ownAddress(GradioHttp http, FileData file) {
		return http.api("file=" + UriUtils.encodePath(file.path(), StandardCharsets.UTF_8));
	}

	@Override
	public Mono<Path> download(ConnectedApp app, FileData file) {
		return this.directory.flatMap((directory) -> Mono.usingWhen(
				blocking(() -> Files.createDirectory(directory.resolve(UUID.randomUUID().toString()))),
				(folder) -> write(content(app, file), folder, FileNames.clean(name(file))), (folder) -> Mono.empty(),
				(folder, ex) -> delete(folder), DefaultFileTransfer::delete));
	}

	private static Mono<Path> write(Flux<DataBuffer> content, Path folder, String name) {
		Path part = folder.resolve(".part");
		return DataBufferUtils.write(content, part)
			.then(blocking(() -> Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE)));
	}

	private static Mono<Path> blocking(Callable<Path> action) {
		return Mono.fromCallable(action)
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(IOException.class, (ex) -> new FileTransferException("A download cannot be written.", ex));
	}

	private static Mono<Void> delete(Path folder) {
		return Mono.<Void>fromRunnable(() -> FileSystemUtils.deleteRecursively(folder.toFile()))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static String name(FileData file) {
		return (file.origName() != null) ? file.origName() : file.path();
	}

}
