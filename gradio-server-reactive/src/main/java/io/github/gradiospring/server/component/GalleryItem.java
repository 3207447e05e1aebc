package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;

/**
 * An image or a video of a gallery. A list of items is shown in a Gallery.
 *
 * @param <T> the type that stands for the file: {@code FileData}, {@code Path},
 * {@code File}, {@code Resource}, {@code byte[]}, or {@code BufferedImage} when all items
 * are images
 * @param media the image or the video
 * @param caption what is shown below it, {@code null} for nothing
 */
public record GalleryItem<T>(T media, @Nullable String caption) {

	/**
	 * An item without a caption.
	 * @param media the image or the video
	 */
	public GalleryItem(T media) {
		this(media, null);
	}

}
