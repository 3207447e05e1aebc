package io.github.gradiospring.client.http;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Sends headers, token and cookies, to the app alone and to no other server.
 */
final class AppHeaders implements ExchangeFilterFunction {

	private static final String USER_AGENT = "gradio-client-reactive";

	private final URI root;

	private final @Nullable String token;

	private final Consumer<HttpHeaders> headers;

	private final Cookies cookies = new Cookies();

	AppHeaders(URI root, @Nullable String token, Consumer<HttpHeaders> headers) {
		this.root = root;
		this.token = token;
		this.headers = headers;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		if (!isOfApp(request.url())) {
			return next.exchange(request);
		}
		ClientRequest toApp = ClientRequest.from(request).headers(this::addTo).cookies((all) -> {
			HttpHeaders sent = new HttpHeaders();
			this.headers.accept(sent);
			this.cookies.addTo(all, sent);
		}).build();
		return next.exchange(toApp).doOnNext((response) -> this.cookies.add(response.cookies()));
	}

	private void addTo(HttpHeaders all) {
		if (!all.containsHeader(HttpHeaders.USER_AGENT)) {
			all.set(HttpHeaders.USER_AGENT, USER_AGENT);
		}
		if (this.token != null) {
			// One for each of the official clients, since apps look at either
			all.setBearerAuth(this.token);
			all.set("x-hf-authorization", "Bearer " + this.token);
		}
		this.headers.accept(all);
		// Says to the app that no page calls, which callers may not deny
		all.set("x-gradio-user", "api");
	}

	private boolean isOfApp(URI uri) {
		return same(uri.getScheme(), this.root.getScheme()) && same(uri.getHost(), this.root.getHost())
				&& port(uri) == port(this.root);
	}

	private static boolean same(@Nullable String one, @Nullable String other) {
		return one != null && other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
	}

	private static int port(URI uri) {
		return (uri.getPort() >= 0) ? uri.getPort() : ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
	}

}
