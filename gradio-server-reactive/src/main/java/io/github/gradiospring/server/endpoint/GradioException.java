package io.github.gradiospring.server.endpoint;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An error that the caller is meant to see, as {@code gr.Error} in Python. Any other
 * exception is shown without its message unless {@code gradio.show-errors} is set.
 */
public class GradioException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** How long the page shows an error unless told otherwise. */
	public static final Duration DEFAULT_DURATION = Duration.ofSeconds(10);

	/** The title of an error unless told otherwise. */
	public static final String DEFAULT_TITLE = "Error";

	private final String title;

	private final @Nullable Duration duration;

	private final boolean visible;

	/**
	 * Creates an error with title {@code Error}, shown for 10 seconds.
	 * @param message the message for the caller
	 */
	public GradioException(String message) {
		this(message, DEFAULT_TITLE, DEFAULT_DURATION, true);
	}

	/**
	 * Creates an error.
	 * @param message the message for the caller
	 * @param title the title above the message
	 * @param duration how long the page shows it, {@code null} until it is closed
	 * @param visible whether the page shows it at all
	 */
	public GradioException(String message, String title, @Nullable Duration duration, boolean visible) {
		super(message);
		this.title = title;
		this.duration = duration;
		this.visible = visible;
	}

	/**
	 * The title above the message.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * How long the page shows the error.
	 * @return the duration, {@code null} until it is closed
	 */
	public @Nullable Duration duration() {
		return this.duration;
	}

	/**
	 * Whether the page shows the error.
	 * @return whether it is shown
	 */
	public boolean visible() {
		return this.visible;
	}

}
