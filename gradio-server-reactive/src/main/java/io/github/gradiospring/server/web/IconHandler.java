package io.github.gradiospring.server.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Sends the icon of the pages, and the manifest that lets browsers install them. */
final class IconHandler {

	private static final String DEFAULT_ICON = "static/img/logo.svg";

	private static final String MANIFEST_TYPE = "application/manifest+json";

	private final String title;

	private final @Nullable Resource icon;

	private final AssetHandler assets;

	IconHandler(WebOptions options, AssetHandler assets) {
		this.title = options.title();
		this.icon = options.ui().favicon();
		this.assets = assets;
	}

	/** Whether there is an icon at all. */
	boolean hasIcon() {
		return this.icon != null || this.assets.has(DEFAULT_ICON);
	}

	Mono<ServerResponse> icon(ServerRequest request) {
		Resource own = this.icon;
		if (own == null) {
			return this.assets.send(request, DEFAULT_ICON);
		}
		ServerResponse.BodyBuilder response = ServerResponse.ok()
			.header(HttpHeaders.CONTENT_TYPE, AssetHandler.contentType(own.getFilename()))
			.header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
		return AssetHandler.write(response, own::getContentAsByteArray);
	}

	/** Has the members that browsers want before they offer to install a page. */
	Mono<ServerResponse> manifest(ServerRequest request) {
		String type = (this.icon != null) ? AssetHandler.contentType(this.icon.getFilename()) : "image/svg+xml";
		List<Icon> icons = hasIcon() ? List.of(new Icon("pwa_icon", "any", type, "any")) : List.of();
		return Responses.json(HttpStatus.OK, new Manifest(this.title, icons, "./", "standalone"),
				(headers) -> headers.set(HttpHeaders.CONTENT_TYPE, MANIFEST_TYPE));
	}

	record Manifest(String name, List<Icon> icons, String start_url, String display) {
	}

	record Icon(String src, String sizes, String type, String purpose) {
	}

}
