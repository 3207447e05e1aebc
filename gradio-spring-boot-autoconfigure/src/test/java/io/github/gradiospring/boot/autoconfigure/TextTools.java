package io.github.gradiospring.boot.autoconfigure;

import java.security.Principal;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import reactor.core.publisher.Flux;

/** Endpoints to call in tests. */
public class TextTools {

	@GradioEndpoint(concurrencyId = "texts")
	public String greet(String name) {
		return "Hello, " + name + "!";
	}

	@GradioEndpoint(concurrencyId = "texts")
	public Flux<String> spell(String word) {
		return Flux.range(1, word.length()).map((length) -> word.substring(0, length));
	}

	@GradioEndpoint(queue = false)
	public String whoAmI(Principal principal) {
		return principal.getName();
	}

}
