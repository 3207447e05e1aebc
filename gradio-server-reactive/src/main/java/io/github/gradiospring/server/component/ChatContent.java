package io.github.gradiospring.server.component;

import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a {@link ChatMessage}.
 */
public sealed interface ChatContent {

	/**
	 * Text in Markdown.
	 *
	 * @param text the text
	 */
	record Text(String text) implements ChatContent {

	}

	/**
	 * A file of this server.
	 *
	 * @param file the file
	 * @param altText what is said in its place, {@code null} for nothing
	 */
	record File(FileData file, @Nullable String altText) implements ChatContent {

	}

	/**
	 * A Gradio component in a message, as it is on the wire.
	 *
	 * @param value the object with {@code component}, {@code value},
	 * {@code constructor_args} and {@code props}
	 */
	record Component(JsonNode value) implements ChatContent {

	}

}
