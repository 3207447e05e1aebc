package io.github.gradiospring.server.endpoint;

import java.time.Duration;

import io.github.gradiospring.protocol.message.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages to the caller while a call runs, as {@code gr.Info}, {@code gr.Warning}
 * and {@code gr.Success} in Python; the page shows them as toasts. A method parameter of
 * this type gets it. May be called from any thread; messages after the end of the call
 * are ignored.
 */
public interface GradioLog {

	/** How long the page shows a message unless told otherwise. */
	Duration DEFAULT_DURATION = Duration.ofSeconds(10);

	/**
	 * Sends a message.
	 * @param level the level
	 * @param message the message
	 * @param title the title above it
	 * @param duration how long the page shows it, {@code null} until it is closed
	 * @param visible whether the page shows it at all
	 */
	void send(LogLevel level, String message, String title, @Nullable Duration duration, boolean visible);

	/**
	 * Sends an information titled {@code Info}, shown for 10 seconds.
	 * @param message the message
	 */
	default void info(String message) {
		send(LogLevel.INFO, message, "Info", DEFAULT_DURATION, true);
	}

	/**
	 * Sends a warning titled {@code Warning}, shown for 10 seconds.
	 * @param message the message
	 */
	default void warning(String message) {
		send(LogLevel.WARNING, message, "Warning", DEFAULT_DURATION, true);
	}

	/**
	 * Sends good news titled {@code Success}, shown for 10 seconds.
	 * @param message the message
	 */
	default void success(String message) {
		send(LogLevel.SUCCESS, message, "Success", DEFAULT_DURATION, true);
	}

}
