package io.github.gradiospring.boot.autoconfigure.client.tools;

import io.github.gradiospring.client.exchange.GradioCall;
import io.github.gradiospring.client.exchange.GradioExchange;
import reactor.core.publisher.Mono;

/** Found in the packages of an application. */
@GradioExchange(client = "greeter")
public interface Greeter {

	@GradioCall
	Mono<String> greet(String name);

}
