package io.github.gradiospring.server.component;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A drawing, shown in an ImageEditor. All images have the size of the canvas.
 *
 * @param <T> the type that stands for an image: {@code BufferedImage}, {@code FileData},
 * {@code Path}, {@code File}, {@code Resource} or {@code byte[]}
 * @param background what is drawn on, {@code null} for nothing
 * @param layers what is drawn, from back to front
 * @param composite background and layers in one image, {@code null} for nothing
 */
public record EditorValue<T>(@Nullable T background, List<T> layers, @Nullable T composite) {

	public EditorValue {
		layers = List.copyOf(layers);
	}

	/**
	 * An image that nothing is drawn on.
	 * @param <T> the type that stands for an image
	 * @param image the image
	 * @return the drawing
	 */
	public static <T> EditorValue<T> of(T image) {
		return new EditorValue<>(image, List.of(), image);
	}

}
