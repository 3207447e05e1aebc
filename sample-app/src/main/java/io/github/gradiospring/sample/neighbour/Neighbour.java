package io.github.gradiospring.sample.neighbour;

import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.exchange.GradioCall;
import io.github.gradiospring.client.exchange.GradioExchange;
import reactor.core.publisher.Flux;

/**
 * Another Gradio app, whose address is <code>gradio.client.neighbour.url</code>; this
 * application itself as long as nobody sets another.
 */
@GradioExchange(client = "neighbour")
interface Neighbour {

	@GradioCall("/ask")
	Flux<GradioEvent<String>> ask(String question);

}
