package io.github.gradiospring.server.endpoint;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.message.LogLevel;
import org.jspecify.annotations.Nullable;

/** Sends messages to all callers that share a run. */
record DefaultGradioLog(List<EndpointExecutor.Reports> reports) implements GradioLog {

	@Override
	public void send(LogLevel level, String message, String title, @Nullable Duration duration, boolean visible) {
		Double seconds = (duration != null) ? duration.toMillis() / 1000.0 : null;
		this.reports.forEach((report) -> report.log(level, message, title, seconds, visible));
	}

}
