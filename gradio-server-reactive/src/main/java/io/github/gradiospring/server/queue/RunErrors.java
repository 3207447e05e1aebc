package io.github.gradiospring.server.queue;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What callers see of an exception. */
final class RunErrors {

	private RunErrors() {
	}

	/** Whether the exception is a message of the application to its caller. */
	static boolean isForCaller(Throwable error) {
		return error instanceof GradioException || error instanceof InvalidValueException
				|| error instanceof InvalidInputException;
	}

	static ErrorOutput output(Throwable error, boolean showErrors) {
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

	static GradioException timeLimitExceeded(@Nullable Double seconds) {
		NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
		format.setGroupingUsed(false);
		return new GradioException("Time limit of %s seconds exceeded.".formatted(format.format(seconds)));
	}

	/** An application error with Gradio's defaults. */
	static ErrorOutput shown(String message) {
		return ErrorOutput.application(message, seconds(GradioException.DEFAULT_DURATION), true,
				GradioException.DEFAULT_TITLE);
	}

	private static String message(Throwable error) {
		String message = error.getMessage();
		return (message != null) ? message : error.getClass().getSimpleName();
	}

	private static @Nullable Double seconds(@Nullable Duration duration) {
		return (duration != null) ? RunStatistics.seconds(duration.toNanos()) : null;
	}

}
