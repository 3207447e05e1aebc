package io.github.gradiospring.blocks.interfaces;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gradiospring.server.file.FileStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A value with files. It is written when it is first needed, and again when the store has
 * let a file expire.
 */
final class StoredValue implements ExampleValue {

	private final String text;

	private final JsonNode preview;

	private final boolean pictured;

	private final Mono<JsonNode> writing;

	private final FileStore files;

	private final AtomicReference<@Nullable JsonNode> written = new AtomicReference<>();

	/**
	 * Creates a value.
	 * @param writing saves the files and gives the value, with nothing before the paths
	 * in the addresses of files
	 */
	StoredValue(String text, JsonNode preview, boolean pictured, Mono<JsonNode> writing, FileStore files) {
		this.text = text;
		this.preview = preview;
		this.pictured = pictured;
		this.writing = writing.doOnNext(this.written::set);
		this.files = files;
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public JsonNode preview() {
		return this.preview;
	}

	@Override
	public boolean pictured() {
		return this.pictured;
	}

	@Override
	public Mono<JsonNode> get(String fileUrlPrefix) {
		return Mono.defer(() -> {
			JsonNode known = this.written.get();
			return (known == null) ? this.writing : ExampleFiles.areThere(List.of(known), this.files)
				.flatMap((there) -> there ? Mono.just(known) : this.writing);
		}).map((value) -> ExampleFiles.move(value, "", fileUrlPrefix));
	}

}
