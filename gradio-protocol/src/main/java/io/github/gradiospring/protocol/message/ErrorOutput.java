package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The error that ended a job, in one of three shapes (observed with Gradio 6.31): hidden,
 * plain and application error. An absent key is {@code null} here and not written.
 *
 * @param error the text, or {@code null} if it is kept from the caller
 * @param duration how long a browser shows the text in seconds
 * @param visible whether a browser shows it
 * @param title the heading; only an application error has one
 */
@JsonSerialize(using = ErrorOutputSerializer.class)
public record ErrorOutput(@Nullable String error, @Nullable Double duration, @Nullable Boolean visible,
		@Nullable String title) implements Output {

	/**
	 * An error that is kept from the caller.
	 * @return <code>{"error": null}</code>
	 */
	public static ErrorOutput hidden() {
		return new ErrorOutput(null, null, null, null);
	}

	/**
	 * An exception whose text is shown.
	 * @param error the text
	 * @return <code>{"error": text, "visible": true}</code>
	 */
	public static ErrorOutput plain(String error) {
		return new ErrorOutput(error, null, true, null);
	}

	/**
	 * An error that the application means for the caller.
	 * @param error the text
	 * @param duration how long a browser shows it in seconds, {@code null} is until
	 * closed
	 * @param visible whether a browser shows it
	 * @param title the heading; Gradio's own default is "Error"
	 * @return all four keys
	 */
	public static ErrorOutput application(String error, @Nullable Double duration, boolean visible, String title) {
		return new ErrorOutput(error, duration, visible, title);
	}

}
