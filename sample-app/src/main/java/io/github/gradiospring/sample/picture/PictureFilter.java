package io.github.gradiospring.sample.picture;

import java.awt.image.BufferedImage;

import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;

import org.springframework.stereotype.Service;

/** Filters an uploaded picture. */
@Service
class PictureFilter {

	@GradioEndpoint(description = "Filters a picture.", concurrencyLimit = 2)
	@GradioInterface(tab = "Pictures")
	@GradioOutput("filtered")
	BufferedImage filter(BufferedImage picture, Filter filter,
			@Slider(minimum = 1, maximum = 10, step = 1) @GradioParam(defaultValue = "8") int strength) {
		return filter.apply(Pixels.of(picture), strength).toImage();
	}

}
