package io.github.gradiospring.server.web;

import java.time.Duration;

import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.server.component.InvalidValueException;
import io.github.gradiospring.server.endpoint.GradioException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** What a caller sees of an endpoint's failure. */
final class RunErrors {

	private static final Log logger = LogFactory.getLog(RunErrors.class);

	private RunErrors() {
	}

	static ErrorOutput output(Throwable error, boolean showErrors) {
		if (error instanceof GradioException shown) {
			return ErrorOutput.application(message(shown), seconds(shown.duration()), shown.visible(), shown.title());
		}
		if (error instanceof InvalidValueException) {
			return ErrorOutput.application(message(error), seconds(GradioException.DEFAULT_DURATION), true,
					GradioException.DEFAULT_TITLE);
		}
		logger.warn("An endpoint failed", error);
		return showErrors ? ErrorOutput.plain(message(error)) : ErrorOutput.hidden();
	}

	private static String message(Throwable error) {
		String message = error.getMessage();
		return (message != null) ? message : error.getClass().getSimpleName();
	}

	private static @Nullable Double seconds(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() / 1000.0 : null;
	}

}
