package io.github.gradiospring.server.web;

import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.page.PageModel;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Sends the documents about the application. They are written once, when they are first
 * asked for.
 */
final class DocumentHandler {

	private final RootUrl rootUrl;

	private final Supplier<JsonTemplate> config;

	private final Supplier<JsonTemplate> info;

	private final Supplier<JsonTemplate> allInfo;

	private final Supplier<JsonTemplate> openApi;

	DocumentHandler(WebOptions options, RootUrl rootUrl, EndpointRegistry registry, PageModel page, int appId,
			boolean sessionListeners) {
		this.rootUrl = rootUrl;
		InfoDocument infoDocument = new InfoDocument(registry);
		this.config = once(() -> ConfigDocument.build(options, registry, page, appId, sessionListeners));
		this.info = once(infoDocument::documented);
		this.allInfo = once(infoDocument::all);
		this.openApi = once(() -> OpenApiDocument.build(options.title(), infoDocument.documented().namedEndpoints()));
	}

	private static Supplier<JsonTemplate> once(Supplier<Object> document) {
		return SingletonSupplier.of(() -> JsonTemplate.of(document.get()));
	}

	/** There is one page, so every {@code page} is the whole. */
	Mono<ServerResponse> config(ServerRequest request) {
		return send(request, this.config.get());
	}

	Mono<ServerResponse> info(ServerRequest request) {
		boolean all = request.queryParam("all_endpoints").map(DocumentHandler::isTrue).orElse(false);
		return send(request, (all ? this.allInfo : this.info).get());
	}

	Mono<ServerResponse> openApi(ServerRequest request) {
		return send(request, this.openApi.get());
	}

	private Mono<ServerResponse> send(ServerRequest request, JsonTemplate document) {
		String root = this.rootUrl.of(request.exchange().getRequest());
		return request.exchange()
			.<Principal>getPrincipal()
			.map((principal) -> Optional.of(principal.getName()))
			.defaultIfEmpty(Optional.empty())
			.flatMap(
					(user) -> Responses.bytes(HttpStatus.OK, Responses.JSON, document.render(root, user.orElse(null))));
	}

	private static boolean isTrue(String value) {
		return value.equalsIgnoreCase("true") || value.equals("1");
	}

}
