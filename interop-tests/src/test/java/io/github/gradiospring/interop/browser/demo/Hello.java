package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("hello")
class Hello {

	@GradioEndpoint
	String greet(String name, @GradioParam(defaultValue = "2") @Slider(minimum = 1, maximum = 10) int intensity) {
		return "Hello, " + name + "!".repeat(intensity);
	}

}
