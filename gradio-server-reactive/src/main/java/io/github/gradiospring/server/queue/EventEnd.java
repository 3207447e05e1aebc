package io.github.gradiospring.server.queue;

import io.github.gradiospring.protocol.message.EmptyOutput;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.server.endpoint.CallErrors;

/** The ends of events that are no results of theirs. */
enum EventEnd {

	/** The caller wants it no more. */
	CANCELLED {

		@Override
		ProcessCompleted message(String eventId) {
			return new ProcessCompleted(eventId, new EmptyOutput(), true, null, null, null, null);
		}

	},

	/** Nobody reads the results. */
	UNREAD {

		@Override
		ProcessCompleted message(String eventId) {
			return failed(eventId, "The results were not read in time.");
		}

	},

	/** The application goes down; the text is Gradio's. */
	STOPPED {

		@Override
		ProcessCompleted message(String eventId) {
			return failed(eventId, "Server stopped unexpectedly.");
		}

	};

	abstract ProcessCompleted message(String eventId);

	private static ProcessCompleted failed(String eventId, String message) {
		ErrorOutput output = CallErrors.shown(message);
		return new ProcessCompleted(eventId, output, false, output.title(), null, null, null);
	}

}
