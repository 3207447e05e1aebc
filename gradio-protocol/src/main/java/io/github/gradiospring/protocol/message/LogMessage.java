package io.github.gradiospring.protocol.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A text that a running job shows its caller.
 *
 * @param eventId the job
 * @param log the text, Markdown or HTML in a browser
 * @param level the level
 * @param duration how long a browser shows the text in seconds, {@code null} is until
 * closed; Gradio's own default is 10
 * @param visible whether a browser shows it
 * @param title the heading; Gradio's own defaults are "Info", "Warning" and "Success"
 */
public record LogMessage(@Nullable String eventId, String log, LogLevel level, @Nullable Double duration,
		boolean visible, String title) implements ServerMessage {

	static final String MSG = "log";

	@JsonCreator
	static LogMessage read(@Nullable String eventId, @Nullable String log, @Nullable LogLevel level,
			@Nullable Double duration, @Nullable Boolean visible, @Nullable String title) {
		return new LogMessage(eventId, (log != null) ? log : "", (level != null) ? level : LogLevel.INFO, duration,
				(visible == null) || visible, (title != null) ? title : "");
	}

	@Override
	public String msg() {
		return MSG;
	}

}
