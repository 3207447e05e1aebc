package io.github.gradiospring.sample.fractal;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.endpoint.GradioProgress;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.stereotype.Service;

/** Renders the Mandelbrot set: first in coarse squares, at last pixel by pixel. */
@Service
class Mandelbrot {

	@GradioEndpoint(description = "Renders a part of the Mandelbrot set, each picture finer than the one before.",
			concurrencyLimit = 2)
	@GradioInterface(tab = "Mandelbrot", additionalInputs = { "iterations", "palette" },
			examples = { @GradioExample(value = { "-0.6", "0", "0" }, label = "All of it"),
					@GradioExample(value = { "-0.743643887", "0.131825904", "3.5" }, label = "Seahorse valley"),
					@GradioExample(value = { "0.2925755", "-0.0149977", "4" }, label = "Elephant valley") })
	@GradioOutput("picture")
	Stream<BufferedImage> mandelbrot(
			@GradioParam(defaultValue = "-0.743643887") @DecimalMin("-2.5") @DecimalMax("1.5") double x,
			@GradioParam(defaultValue = "0.131825904") @DecimalMin("-1.5") @DecimalMax("1.5") double y,
			@GradioParam(defaultValue = "3.5", description = "Powers of ten") @Slider(minimum = 0, maximum = 12,
					step = 0.1) double zoom,
			@GradioParam(defaultValue = "500") @Min(10) @Max(5000) int iterations,
			@GradioParam(defaultValue = "twilight") Palette palette, GradioProgress progress) {
		Canvas canvas = new Canvas(new View(x, y, zoom, iterations, palette));
		return IntStream.of(16, 8, 4, 2, 1).mapToObj((size) -> canvas.refine(size, progress));
	}

}
