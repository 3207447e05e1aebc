package io.github.gradiospring.client.exchange.scanned;

import io.github.gradiospring.client.exchange.GradioCall;
import io.github.gradiospring.client.exchange.GradioExchange;
import reactor.core.publisher.Mono;

/** Found by a scan. */
@GradioExchange(client = "tools")
public interface ScannedTools {

	@GradioCall
	Mono<String> greeting(String name);

	/** Not annotated: not found. */
	interface Other {

		@GradioCall
		Mono<String> greeting(String name);

	}

}
