package io.github.gradiospring.client.session;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads what comes on streams. */
final class Messages {

	private static final Log logger = LogFactory.getLog(Messages.class);

	private Messages() {
	}

	/** The message in an event, {@code null} when there is none that could be read. */
	static @Nullable ServerMessage parse(@Nullable String data) {
		if (data == null) {
			return null;
		}
		try {
			return GradioProtocol.jsonMapper().readValue(data, ServerMessage.class);
		}
		catch (JacksonException ex) {
			logger.debug("A message that is none of Gradio's was ignored");
			return null;
		}
	}

}
