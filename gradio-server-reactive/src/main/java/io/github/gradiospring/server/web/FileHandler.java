package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.github.gradiospring.server.file.FileNotAllowedException;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;

/**
 * Sends files, whole or in ranges. A browser shows only what cannot carry a script, and
 * what the application allows as a folder; it saves the rest.
 */
final class FileHandler {

	/** The types that Gradio counts as harmless (PROTOCOL section 12). */
	private static final Set<String> HARMLESS = Set.of("image/jpeg", "image/png", "image/gif", "image/webp",
			"audio/aac", "audio/aiff", "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm",
			"audio/x-aiff", "audio/x-flac", "audio/x-m4a", "audio/x-matroska", "audio/x-wav", "video/mp4", "video/mpeg",
			"video/ogg", "video/quicktime", "video/webm", "video/x-matroska", "video/x-msvideo", "text/plain",
			"application/json");

	private final FileStore files;

	FileHandler(FileStore files) {
		this.files = files;
	}

	Mono<ServerResponse> file(ServerRequest request) {
		String path = decode((String) request.attributes().getOrDefault(RouteTable.Path.REST, ""));
		return this.files.find(path).flatMap((file) -> send(request, file));
	}

	private static String decode(String path) {
		try {
			return UriUtils.decode(path, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new FileNotAllowedException("File not allowed: " + path + ".");
		}
	}

	private static Mono<ServerResponse> send(ServerRequest request, StoredFile file) {
		MediaType guessed = MediaTypeFactory.getMediaType(file.filename()).orElse(MediaType.APPLICATION_OCTET_STREAM);
		boolean inline = file.trusted() || HARMLESS.contains(guessed.toString());
		FileRange range = FileRange.of(request, file, etag(file));
		if (range.isEmpty()) {
			return ServerResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
				.header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
				.build();
		}
		ServerResponse.BodyBuilder response = ServerResponse
			.status(range.partial() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, contentType(inline ? guessed : MediaType.APPLICATION_OCTET_STREAM))
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition(inline ? "inline" : "attachment", file.filename()))
			.header(HttpHeaders.ACCEPT_RANGES, "bytes")
			.header("X-Content-Type-Options", "nosniff")
			.contentLength(range.length());
		String etag = etag(file);
		if (etag != null) {
			response.eTag(etag);
		}
		if (range.partial()) {
			response.header(HttpHeaders.CONTENT_RANGE, range.header());
		}
		return (request.method() == HttpMethod.HEAD) ? response.build()
				: response.body((message, context) -> range.write(message, file.location()));
	}

	/** The path of a saved file is made of its content; other files may change. */
	private static @Nullable String etag(StoredFile file) {
		return file.trusted() ? null : "\"" + file.path().substring(0, file.path().indexOf('/')) + "\"";
	}

	private static String contentType(MediaType type) {
		return MimeTypeUtils.TEXT_PLAIN.getType().equals(type.getType()) ? type + "; charset=utf-8" : type.toString();
	}

	private static String disposition(String type, String filename) {
		ContentDisposition.Builder disposition = ContentDisposition.builder(type);
		boolean ascii = filename.chars().allMatch((c) -> c < 0x80);
		return (ascii ? disposition.filename(filename) : disposition.filename(filename, StandardCharsets.UTF_8)).build()
			.toString();
	}

}
