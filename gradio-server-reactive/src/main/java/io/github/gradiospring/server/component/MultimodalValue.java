package io.github.gradiospring.server.component;

import java.util.List;

/**
 * A text with files, shown in a MultimodalTextbox.
 *
 * @param <T> the type that stands for a file: {@code FileData}, {@code Path},
 * {@code File}, {@code Resource}, {@code byte[]}, or {@code BufferedImage} when all files
 * are images
 * @param text the text, empty for none
 * @param files the files
 */
public record MultimodalValue<T>(String text, List<T> files) {

	public MultimodalValue {
		files = List.copyOf(files);
	}

	/**
	 * A text without files.
	 * @param text the text
	 */
	public MultimodalValue(String text) {
		this(text, List.of());
	}

}
