package io.github.gradiospring.interop.browser.demo;

import java.util.List;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.CheckboxGroup;
import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Radio;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("choices")
class Choices {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("order")
	String choose(
			@GradioParam(defaultValue = "small",
					description = "How much of it") @Radio({ "small", "large" }) String size,
			@CheckboxGroup({ "cheese", "olives", "basil" }) List<String> toppings,
			@Dropdown({ "red", "green", "blue" }) String color) {
		return "%s, %s, %s".formatted(size, toppings.isEmpty() ? "plain" : String.join(" and ", toppings), color);
	}

}
