package io.github.gradiospring.interop.browser.demo;

import java.awt.image.BufferedImage;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("sepia")
class Sepia {

	@GradioEndpoint
	@GradioOutput("tinted")
	BufferedImage tint(BufferedImage photo) {
		BufferedImage tinted = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < photo.getHeight(); y++) {
			for (int x = 0; x < photo.getWidth(); x++) {
				tinted.setRGB(x, y, tint(photo.getRGB(x, y)));
			}
		}
		return tinted;
	}

	private static int tint(int color) {
		int red = color >> 16 & 0xFF;
		int green = color >> 8 & 0xFF;
		int blue = color & 0xFF;
		return mix(0.393 * red + 0.769 * green + 0.189 * blue) << 16
				| mix(0.349 * red + 0.686 * green + 0.168 * blue) << 8
				| mix(0.272 * red + 0.534 * green + 0.131 * blue);
	}

	private static int mix(double light) {
		return (int) Math.min(light, 255);
	}

}
