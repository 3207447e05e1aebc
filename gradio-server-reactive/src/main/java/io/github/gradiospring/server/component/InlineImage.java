package io.github.gradiospring.server.component;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Images whose content is in their address, as a {@code data:} URL. The frontend sends
 * the frames of a camera like this, without a path (observed with Gradio 6.31).
 */
final class InlineImage {

	/** Raster images only: an SVG may hold scripts. */
	private static final Pattern START = Pattern.compile("data:image/(png|jpeg|webp|gif);base64,");

	private InlineImage() {
	}

	/**
	 * Whether a value is such an image.
	 * @param value the value
	 * @return whether {@link #save} accepts it
	 */
	static boolean matches(JsonNode value) {
		return !value.path("path").isString() && start(value).lookingAt();
	}

	/**
	 * Saves the content to the file store. Blocks.
	 * @param value the value
	 * @param context the call
	 * @return the file on the wire
	 * @throws InvalidValueException when the content is not Base64
	 */
	static JsonNode save(JsonNode value, ConversionContext context) {
		Matcher start = start(value);
		if (!start.lookingAt()) {
			throw new InvalidValueException("The image has no content.");
		}
		byte[] content = decode(value.path("url").asString().substring(start.end()));
		return WireFiles.write(WireFiles.save(content, "image." + start.group(1), context));
	}

	private static byte[] decode(String content) {
		try {
			return Base64.getDecoder().decode(content);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidValueException("The image is damaged.");
		}
	}

	private static Matcher start(JsonNode value) {
		return START.matcher(value.path("url").asString(""));
	}

}
