package io.github.gradiospring.interop.browser.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.Image;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("stream")
class Stream {

	@GradioEndpoint(chunkedInput = true)
	@GradioInterface(live = true, flagging = FlaggingMode.NEVER)
	@GradioOutput("flipped")
	@Nullable BufferedImage flip(@Image(sources = "webcam") @Nullable BufferedImage camera) {
		if (camera == null) {
			return null;
		}
		int width = camera.getWidth();
		int height = camera.getHeight();
		BufferedImage flipped = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = flipped.createGraphics();
		graphics.drawImage(camera, 0, height, width, -height, null);
		graphics.dispose();
		return flipped;
	}

}
