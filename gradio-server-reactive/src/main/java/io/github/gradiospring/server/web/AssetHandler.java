package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Sends the files of the frontend: those that it lists and no others, so no path leads
 * out of its folder. They are in the archive as most browsers want them, compressed.
 */
final class AssetHandler {

	/** A file whose name has its hash, and any other that its version answers for. */
	private static final CacheControl HASHED = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final CacheControl NAMED = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final String GZIP = ".gz";

	private final @Nullable PageAssets assets;

	AssetHandler(@Nullable PageAssets assets) {
		this.assets = assets;
	}

	/** Whether there is a file with a path, which begins with no slash. */
	boolean has(String path) {
		return this.assets != null
				&& (this.assets.files().contains(path + GZIP) || (!path.endsWith(GZIP) && listed(path)));
	}

	private boolean listed(String path) {
		return this.assets != null && this.assets.files().contains(path);
	}

	/** Sends the file of a path for which {@link #has} holds. */
	Mono<ServerResponse> send(ServerRequest request, String path) {
		PageAssets found = this.assets;
		if (found == null || !has(path)) {
			return Responses.notFound();
		}
		boolean compressed = !listed(path);
		boolean gzip = compressed && acceptsGzip(request.headers().asHttpHeaders());
		String etag = "\"" + found.version() + (gzip ? "-gzip" : "") + "\"";
		CacheControl cache = path.startsWith("assets/") ? HASHED : NAMED;
		return request.checkNotModified(etag)
			.flatMap((unchanged) -> headers(ServerResponse.from(unchanged), cache, compressed).build())
			.switchIfEmpty(Mono.defer(() -> {
				ServerResponse.BodyBuilder response = headers(ServerResponse.ok().eTag(etag), cache, compressed)
					.header(HttpHeaders.CONTENT_TYPE, contentType(path))
					.header("X-Content-Type-Options", "nosniff");
				if (gzip) {
					response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
				}
				return write(response, () -> read(found, path, compressed, gzip));
			}));
	}

	private static ServerResponse.BodyBuilder headers(ServerResponse.BodyBuilder response, CacheControl cache,
			boolean compressed) {
		response.cacheControl(cache);
		return compressed ? response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING) : response;
	}

	/** Reads off the event loop and sends. */
	static Mono<ServerResponse> write(ServerResponse.BodyBuilder response, Content content) {
		return Mono.fromCallable(content::read)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((bytes) -> Responses.body(response, bytes));
	}

	private static byte[] read(PageAssets assets, String path, boolean compressed, boolean gzip) throws IOException {
		Resource file = assets.location().createRelative(compressed ? path + GZIP : path);
		try (InputStream in = file.getInputStream()) {
			return (compressed && !gzip) ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
		}
	}

	private static boolean acceptsGzip(HttpHeaders headers) {
		return headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.map((coding) -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
			.anyMatch((coding) -> coding.equals("gzip") || coding.matches("gzip;q=(?!0(\\.0*)?$).+"));
	}

	static String contentType(@Nullable String filename) {
		MediaType type = MediaTypeFactory.getMediaType(filename).orElse(MediaType.APPLICATION_OCTET_STREAM);
		return "text".equals(type.getType()) ? new MediaType(type, StandardCharsets.UTF_8).toString() : type.toString();
	}

	/** What is read from a file. */
	@FunctionalInterface
	interface Content {

		byte[] read() throws IOException;

	}

}
