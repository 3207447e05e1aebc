package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;

/**
 * Two images to compare, shown in an ImageSlider.
 *
 * @param <T> the type that stands for an image: {@code BufferedImage}, {@code FileData},
 * {@code Path}, {@code File}, {@code Resource} or {@code byte[]}
 * @param first the image on the left, {@code null} for none
 * @param second the image on the right, {@code null} for none
 */
public record ImagePair<T>(@Nullable T first, @Nullable T second) {

}
