package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text with what it stands for. A list of spans is shown as highlighted text
 * and holds the whole text.
 *
 * @param text the piece of the text
 * @param label what it stands for, {@code null} for text that is not highlighted
 */
public record HighlightedSpan(String text, @Nullable String label) {

}
