package io.github.gradiospring.interop.browser.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

@Service
@Profile("file")
class Shout {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("shouted")
	Resource shout(Resource document) throws IOException {
		String text = document.getContentAsString(StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getFilename() {
				return "shouted.txt";
			}

		};
	}

}
