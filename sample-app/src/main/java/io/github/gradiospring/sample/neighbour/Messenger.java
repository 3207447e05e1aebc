package io.github.gradiospring.sample.neighbour;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Markdown;
import io.github.gradiospring.server.endpoint.GradioLog;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Service;

/** Takes questions to the neighbour, and brings the answers as they come. */
@Service
class Messenger {

	private final Neighbour neighbour;

	Messenger(Neighbour neighbour) {
		this.neighbour = neighbour;
	}

	@GradioEndpoint(name = "ask_neighbour", concurrencyLimit = 4,
			description = "Asks another Gradio app, and streams its answer while that is written.")
	@GradioInterface(tab = "Neighbour", flagging = FlaggingMode.NEVER, examples = @GradioExample("Who was Erlang?"))
	@GradioOutput("answer")
	@Markdown
	Flux<String> ask(String question, GradioLog log) {
		return this.neighbour.ask(question)
			.doOnNext((event) -> tell(event, log))
			.ofType(GradioEvent.Output.class)
			.map((output) -> String.valueOf(output.value()));
	}

	private static void tell(GradioEvent<String> event, GradioLog log) {
		if (event instanceof GradioEvent.Queued<String> queued && queued.rank() > 0) {
			log.info("%d are before us in the neighbour's queue.".formatted(queued.rank()));
		}
	}

}
