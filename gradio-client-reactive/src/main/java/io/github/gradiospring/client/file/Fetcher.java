package io.github.gradiospring.client.file;

import java.util.concurrent.atomic.AtomicLong;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.protocol.file.FileData;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/** Fetches files: those of the app with its headers, those of other servers without. */
final class Fetcher {

	/** What browsers follow is more than any store of files needs. */
	private static final int MAX_REDIRECTS = 5;

	private final WebClient elsewhere;

	private final DataSize maxSize;

	Fetcher(FileOptions options) {
		this(options, ElsewhereClient.create(options.policy()));
	}

	Fetcher(FileOptions options, WebClient elsewhere) {
		this.elsewhere = elsewhere;
		this.maxSize = options.maxDownloadSize();
	}

	Flux<DataBuffer> fetch(GradioHttp http, FileData file) {
		return Flux.defer(() -> {
			AtomicLong size = new AtomicLong();
			return get(http, FileAddress.of(http, file), MAX_REDIRECTS).doOnNext((buffer) -> count(buffer, size));
		}).onErrorMap((failure) -> failed(failure, file));
	}

	private Flux<DataBuffer> get(GradioHttp http, FileAddress address, int redirects) {
		WebClient client = address.ofApp() ? http.webClient() : this.elsewhere;
		return client.get().uri(address.uri()).exchangeToFlux((response) -> {
			HttpStatusCode status = response.statusCode();
			String location = response.headers().asHttpHeaders().getFirst("Location");
			if (status.is3xxRedirection() && location != null) {
				return response.releaseBody()
					.thenMany(Flux.defer(() -> follow(http, address.redirected(http.root(), location), redirects)));
			}
			if (!status.is2xxSuccessful()) {
				return refused(response, address).flux();
			}
			if (response.headers().contentLength().orElse(0) > this.maxSize.toBytes()) {
				return response.releaseBody().then(Mono.<DataBuffer>error(this::tooLarge)).flux();
			}
			return response.bodyToFlux(DataBuffer.class);
		});
	}

	private Flux<DataBuffer> follow(GradioHttp http, FileAddress address, int redirects) {
		return (redirects > 0) ? get(http, address, redirects - 1)
				: Flux.error(() -> new FileTransferException("The servers pass the request for a file on and on."));
	}

	/** A file that the app does not give (403) is not for want of a login (401). */
	private static Mono<DataBuffer> refused(ClientResponse response, FileAddress address) {
		if (!address.ofApp()) {
			// Pages of other servers are not for our messages
			return response.releaseBody()
				.then(Mono.error(() -> new FileTransferException(
						"The server of a file answered with status %d.".formatted(response.statusCode().value()))));
		}
		boolean login = response.statusCode().value() == 401;
		return HttpErrors.of(response)
			.flatMap((ex) -> Mono.error((login) ? ex : new FileTransferException(String.valueOf(ex.getMessage()), ex)));
	}

	private void count(DataBuffer buffer, AtomicLong size) {
		if (size.addAndGet(buffer.readableByteCount()) > this.maxSize.toBytes()) {
			DataBufferUtils.release(buffer);
			throw tooLarge();
		}
	}

	private FileTransferException tooLarge() {
		return new FileTransferException("The file is larger than the %s that are fetched.".formatted(this.maxSize));
	}

	private static GradioClientException failed(Throwable failure, FileData file) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FileTransferException known) {
				return known;
			}
			if (cause instanceof AuthenticationException known) {
				return known;
			}
		}
		return new FileTransferException("The file '%s' cannot be fetched: %s".formatted(FileNames.of(file),
				HttpErrors.of(failure).getMessage()), failure);
	}

}
