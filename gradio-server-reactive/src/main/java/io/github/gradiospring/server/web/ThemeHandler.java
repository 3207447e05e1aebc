package io.github.gradiospring.server.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

import io.github.gradiospring.server.page.PageModel;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Sends the style sheet of the theme, which pages ask for with its hash. */
final class ThemeHandler {

	private final Supplier<Theme> theme;

	ThemeHandler(PageModel page) {
		this.theme = SingletonSupplier.of(() -> Theme.of(page.themeCss()));
	}

	Mono<ServerResponse> theme(ServerRequest request) {
		Theme found = this.theme.get();
		boolean current = request.queryParam("v").filter(found.hash()::equals).isPresent();
		CacheControl cache = current ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
				: CacheControl.noCache();
		String etag = "\"" + found.hash() + "\"";
		return request.checkNotModified(etag)
			.flatMap((unchanged) -> ServerResponse.from(unchanged).cacheControl(cache).build())
			.switchIfEmpty(Mono.defer(() -> send(ServerResponse.ok().eTag(etag).cacheControl(cache), found)));
	}

	private static Mono<ServerResponse> send(ServerResponse.BodyBuilder response, Theme theme) {
		response.header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
			.header("X-Content-Type-Options", "nosniff");
		return Responses.body(response, theme.css());
	}

	/**
	 * The style sheet.
	 *
	 * @param css its bytes
	 * @param hash changes with it
	 */
	private record Theme(byte[] css, String hash) {

		static Theme of(String css) {
			return new Theme(css.getBytes(StandardCharsets.UTF_8), UiPageModel.hash(css));
		}

	}

}
