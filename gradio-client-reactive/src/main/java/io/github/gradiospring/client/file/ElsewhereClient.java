package io.github.gradiospring.client.file;

import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Requests to servers other than the app: without its headers, over connections and
 * without a proxy of its own, and to allowed addresses only.
 */
final class ElsewhereClient {

	private ElsewhereClient() {
	}

	static WebClient create(DownloadPolicy policy) {
		// Redirects are followed by the one who looks at where they lead
		HttpClient http = HttpClient.newConnection()
			.noProxy()
			.followRedirect(false)
			.resolver(new GuardedResolver(policy));
		return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

}
