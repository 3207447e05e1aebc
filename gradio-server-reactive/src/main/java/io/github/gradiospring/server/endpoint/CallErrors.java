package io.github.gradiospring.server.endpoint;

import java.time.Duration;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.server.component.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** What callers see of the failure of a call. */
public final class CallErrors {

	private CallErrors() {
	}

	/**
	 * Whether an exception is a message of the application to its caller.
	 * @param error the exception
	 * @return whether its message is shown in any case
	 */
	public static boolean isForCaller(Throwable error) {
		return error instanceof GradioException || error instanceof InvalidValueException
				|| error instanceof InvalidInputException;
	}

	/**
	 * What the caller is sent for an exception.
	 * @param error the exception
	 * @param showErrors whether the message of any exception is shown
	 * @return the error on the wire
	 */
	public static ErrorOutput output(Throwable error, boolean showErrors) {
		if (error instanceof GradioException exception) {
			return ErrorOutput.application(message(exception), seconds(exception.duration()), exception.visible(),
					exception.title());
		}
		if (error instanceof InvalidValueException) {
			return shown(message(error));
		}
		if (error instanceof InvalidInputException invalid) {
			return shown(invalid.parameters()
				.stream()
				.map((parameter) -> parameter.name() + ": " + parameter.message())
				.collect(Collectors.joining("\n")));
		}
		return showErrors ? ErrorOutput.plain(message(error)) : ErrorOutput.hidden();
	}

	/**
	 * An application error with Gradio's defaults.
	 * @param message the message for the caller
	 * @return the error on the wire
	 */
	public static ErrorOutput shown(String message) {
		return ErrorOutput.application(message, seconds(GradioException.DEFAULT_DURATION), true,
				GradioException.DEFAULT_TITLE);
	}

	private static String message(Throwable error) {
		String message = error.getMessage();
		return (message != null) ? message : error.getClass().getSimpleName();
	}

	private static @Nullable Double seconds(@Nullable Duration duration) {
		return (duration != null) ? (duration.toNanos() / 1e9) : null;
	}

}
