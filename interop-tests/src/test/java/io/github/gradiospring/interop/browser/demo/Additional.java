package io.github.gradiospring.interop.browser.demo;

import java.util.Collections;

import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("additional")
class Additional {

	@GradioEndpoint
	@GradioInterface(additionalInputs = { "times", "separator" }, additionalInputsLabel = "More")
	String repeat(@GradioParam(description = "Any word will do") String word,
			@GradioParam(defaultValue = "2") @Slider(minimum = 1, maximum = 5) int times,
			@GradioParam(defaultValue = " ") String separator) {
		return String.join(separator, Collections.nCopies(times, word));
	}

}
