package io.github.gradiospring.sample.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.server.endpoint.GradioLog;

/** Keeps what is logged. */
public class RecordedLog implements GradioLog {

	private final List<String> messages = new ArrayList<>();

	public List<String> messages() {
		return this.messages;
	}

	@Override
	public void send(LogLevel level, String message, String title, Duration duration, boolean visible) {
		this.messages.add(level + ": " + message);
	}

}
