package io.github.gradiospring.boot.autoconfigure.client.tools;

import io.github.gradiospring.client.exchange.GradioCall;
import io.github.gradiospring.client.exchange.GradioExchange;
import reactor.core.publisher.Mono;

/** Calls an app by its address. */
@GradioExchange(url = "${remote-greeter.url:http://localhost:1}")
public interface RemoteGreeter {

	@GradioCall
	Mono<String> greet(String name);

}
