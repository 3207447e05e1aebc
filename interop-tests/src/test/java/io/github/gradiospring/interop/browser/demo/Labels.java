package io.github.gradiospring.interop.browser.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Label;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

@Service
@Profile("labels")
class Labels {

	private static final List<String> COLORS = List.of("red", "green", "blue");

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("colors")
	@Label
	Map<String, Double> classify(String text) {
		Map<String, Integer> found = new LinkedHashMap<>();
		COLORS
			.forEach((color) -> found.put(color, StringUtils.countOccurrencesOf(text.toLowerCase(Locale.ROOT), color)));
		int all = Math.max(1, found.values().stream().mapToInt(Integer::intValue).sum());
		Map<String, Double> shares = new LinkedHashMap<>();
		found.forEach((color, count) -> shares.put(color, (double) count / all));
		return shares;
	}

}
