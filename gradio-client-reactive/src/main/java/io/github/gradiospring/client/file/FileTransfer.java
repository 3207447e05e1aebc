package io.github.gradiospring.client.file;

import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.protocol.file.FileData;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/** Sends files to an app, and fetches those of its results. */
public interface FileTransfer {

	/**
	 * Uploads files in one request, or one for each thousand. Names keep their letters,
	 * but not the characters that Gradio drops. Files are read while they are sent.
	 * @param app the app
	 * @param files the files
	 * @return what to pass as inputs, in the same order, without a URL; fails with
	 * {@link io.github.gradiospring.client.error.PayloadTooLargeException} when one is
	 * larger than the app takes, before it is sent if its size is known, and with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when one cannot
	 * be read, its progress listener fails, or the app refuses it, and with
	 * {@link io.github.gradiospring.client.error.AuthenticationException} when the app
	 * wants a login. Cancelling closes the connection
	 */
	Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files);

	/**
	 * Fetches a file piece by piece. Only what the app serves itself is fetched with the
	 * token and the cookies; other addresses are fetched without them, and only if they
	 * are public or allowed. The same goes for each of up to five redirects.
	 * @param app the app
	 * @param file the file
	 * @return the content; fails with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when it cannot or
	 * must not be fetched, is cut off, or is larger than {@link FileOptions} allow, and
	 * with {@link io.github.gradiospring.client.error.AuthenticationException} when the
	 * app wants a login. Cancelling closes the connection
	 */
	Flux<DataBuffer> content(ConnectedApp app, FileData file);

	/**
	 * Fetches a file into the client's folder. Nothing is left there when it fails or is
	 * cancelled.
	 * @param app the app
	 * @param file the file
	 * @return where it is, under its own name, made safe, and in a directory of its own;
	 * fails as {@link #content}, and with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when it cannot be
	 * written or the server is silent for a minute
	 */
	Mono<Path> download(ConnectedApp app, FileData file);

}
