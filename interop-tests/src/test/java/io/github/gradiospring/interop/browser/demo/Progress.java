package io.github.gradiospring.interop.browser.demo;

import java.time.Duration;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.endpoint.GradioProgress;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("progress")
class Progress {

	/** What it says when it is over can be waited for. */
	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("done")
	Flux<String> count(@GradioParam(defaultValue = "4") @Slider(minimum = 1, maximum = 200) int steps,
			GradioProgress progress) {
		return Flux.interval(Duration.ZERO, Duration.ofMillis(500))
			.take(steps + 1L)
			.doOnNext((step) -> progress.report(step, (long) steps, "steps", "Counting"))
			.thenMany(Flux.just("counted", steps + " steps"));
	}

}
