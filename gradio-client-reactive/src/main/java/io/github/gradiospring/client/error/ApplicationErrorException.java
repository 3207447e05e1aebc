package io.github.gradiospring.client.error;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The app's function failed. The message is the app's, or ours when the app hides its
 * own.
 */
public class ApplicationErrorException extends GradioClientException {

	private final @Nullable String title;

	private final @Nullable Duration duration;

	private final boolean visible;

	private final boolean hidden;

	public ApplicationErrorException(String message, @Nullable String title, @Nullable Duration duration,
			boolean visible, boolean hidden) {
		super(message, null);
		this.title = title;
		this.duration = duration;
		this.visible = visible;
		this.hidden = hidden;
	}

	/**
	 * The heading over the message.
	 * @return the heading, {@code null} when the app gave none
	 */
	public @Nullable String getTitle() {
		return this.title;
	}

	/**
	 * How long a page shows the message.
	 * @return the time, {@code null} until it is closed
	 */
	public @Nullable Duration getDuration() {
		return this.duration;
	}

	/**
	 * Whether a page shows the message.
	 * @return whether it does
	 */
	public boolean isVisible() {
		return this.visible;
	}

	/**
	 * Whether the app keeps its own message from callers.
	 * @return whether the message is ours
	 */
	public boolean isHidden() {
		return this.hidden;
	}

}
