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
	 * Uploads files in one request.
	 * @param app the app
	 * @param files the files
	 * @return what to pass as inputs, in the same order; fails with
	 * {@link io.github.gradiospring.client.error.PayloadTooLargeException} when one is
	 * larger than the app takes, before it is sent if its size is known, and with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when one cannot
	 * be read or the app refuses it
	 */
	Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files);

	/**
	 * Fetches a file piece by piece. Only what the app serves itself is fetched with the
	 * token and the cookies; other addresses are fetched without them, and only if they
	 * are public and allowed.
	 * @param app the app
	 * @param file the file
	 * @return the content; fails with
	 * {@link io.github.gradiospring.client.error.FileTransferException} when it cannot or
	 * must not be fetched. Cancelling closes the connection
	 */
	Flux<DataBuffer> content(ConnectedApp app, FileData file);

	/**
	 * Fetches a file into the client's folder.
	 * @param app the app
	 * @param file the file
	 * @return where it is, under its own name and in a directory of its own
	 */
	Mono<Path> download(ConnectedApp app, FileData file);

}
