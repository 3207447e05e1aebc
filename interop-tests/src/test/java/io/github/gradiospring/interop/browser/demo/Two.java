package io.github.gradiospring.interop.browser.demo;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("two")
class Two {

	@GradioEndpoint
	Weather weather(String name, @GradioParam("is_morning") boolean morning,
			@GradioParam(defaultValue = "50") @Slider(minimum = 0, maximum = 100) int temperature) {
		String salutation = morning ? "Good morning" : "Good evening";
		return new Weather("%s %s, it is %d degrees".formatted(salutation, name, temperature),
				Math.round((temperature - 32) * 500 / 9.0) / 100.0);
	}

	record Weather(String report, double celsius) {
	}

}
