package io.github.gradiospring.client.app;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.BodyInserters;

/**
 * A login, whose cookies the connection keeps.
 *
 * @param username the name
 * @param password the password
 */
public record Login(String username, String password) {

	/** Wrong credentials are a 400 at Gradio (observed with 6.31). */
	Mono<Void> at(GradioHttp http) {
		return http.webClient()
			.post()
			.uri(http.root().resolve("login"))
			.body(BodyInserters.fromFormData("username", this.username).with("password", this.password))
			.exchangeToMono((response) -> {
				if (response.statusCode().is2xxSuccessful() || response.statusCode().is3xxRedirection()) {
					return response.releaseBody();
				}
				int status = response.statusCode().value();
				if (status == 400 || status == 401) {
					return response.releaseBody()
						.then(Mono.error(() -> new AuthenticationException("The app refused the login.")));
				}
				return HttpErrors.of(response).<Void>flatMap(Mono::error);
			})
			.onErrorMap(HttpErrors::of);
	}

	@Override
	public String toString() {
		return "Login[username=" + this.username + "]";
	}

}
