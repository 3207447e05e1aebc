package io.github.gradiospring.server.queue;

import java.util.List;

import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ProgressUnit;
import io.github.gradiospring.server.endpoint.EndpointExecutor.Reports;
import org.jspecify.annotations.Nullable;

/** Sends what a running event reports to its channel. */
final class EventReports implements Reports {

	private final EventMessages messages;

	private final OpenEvent event;

	EventReports(EventMessages messages, OpenEvent event) {
		this.messages = messages;
		this.event = event;
	}

	@Override
	public void progress(List<ProgressUnit> units) {
		if (!this.event.isEnded()) {
			this.messages.tell(this.event, new Progress(this.event.id(), units));
		}
	}

	@Override
	public void log(LogLevel level, String message, String title, @Nullable Double duration, boolean visible) {
		if (!this.event.isEnded()) {
			this.messages.tell(this.event, new LogMessage(this.event.id(), message, level, duration, visible, title));
		}
	}

}
