package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("unified")
class Unified {

	@GradioEndpoint
	@GradioInterface(unified = true)
	@GradioOutput("text")
	String mirror(String text) {
		return text + new StringBuilder(text).reverse();
	}

}
