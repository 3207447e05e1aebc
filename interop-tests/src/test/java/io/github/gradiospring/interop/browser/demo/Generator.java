package io.github.gradiospring.interop.browser.demo;

import java.time.Duration;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("generator")
class Generator {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("story")
	Flux<String> tell(@GradioParam(defaultValue = "5") @Slider(minimum = 1, maximum = 500) int words) {
		return Flux.range(1, words)
			.map(String::valueOf)
			.scan((said, word) -> said + " " + word)
			.delayElements(Duration.ofMillis(200));
	}

}
