package io.github.gradiospring.client.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.protocol.file.FileData;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/** Transfers files by the routes <code>/upload</code> and <code>/file=</code>. */
public final class DefaultFileTransfer implements FileTransfer {

	/** A server that sends nothing for so long has gone. */
	private static final Duration SILENCE = Duration.ofSeconds(60);

	private final Uploader uploader = new Uploader();

	private final Fetcher fetcher;

	private final DownloadFolder folder;

	private final Duration silence;

	/**
	 * Prepares transfers; nothing is opened yet.
	 * @param options how files are fetched
	 */
	public DefaultFileTransfer(FileOptions options) {
		this(options, new Fetcher(options), SILENCE);
	}

	DefaultFileTransfer(FileOptions options, Fetcher fetcher, Duration silence) {
		this.fetcher = fetcher;
		this.folder = new DownloadFolder(options.directory());
		this.silence = silence;
	}

	@Override
	public Mono<List<FileData>> upload(ConnectedApp app, List<FileInput> files) {
		return this.uploader.upload(app.http(), files, app.app().config().maxFileSize());
	}

	@Override
	public Flux<DataBuffer> content(ConnectedApp app, FileData file) {
		return this.fetcher.fetch(app.http(), file);
	}

	@Override
	public Mono<Path> download(ConnectedApp app, FileData file) {
		String name = FileNames.of(file);
		// Whoever reads the content himself may be slow; a disk is not
		Flux<DataBuffer> content = content(app, file).timeout(this.silence, Flux.error(() -> new FileTransferException(
				"The file '%s' cannot be fetched: the server is silent.".formatted(name))));
		return this.folder.save(content, name);
	}

}
