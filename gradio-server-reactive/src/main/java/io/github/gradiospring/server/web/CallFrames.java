package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.diff.JsonDiff;
import io.github.gradiospring.protocol.message.Output;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessGenerating;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.message.UnexpectedError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes messages the way {@code /call} sends them: named events with whole values, and
 * nothing about the queue.
 */
final class CallFrames implements FrameWriter<ServerMessage> {

	static final byte[] HEARTBEAT = "event: heartbeat\ndata: null\n\n".getBytes(StandardCharsets.US_ASCII);

	private @Nullable List<JsonNode> values;

	@Override
	public void write(Iterable<ServerMessage> batch, OutputStream out) throws IOException {
		for (ServerMessage message : batch) {
			if (message instanceof ProcessGenerating generating) {
				write("generating", generating.success(), whole(generating.output()), out);
			}
			else if (message instanceof ProcessStreaming streaming) {
				write("generating", streaming.success(), streaming.output(), out);
			}
			else if (message instanceof ProcessCompleted completed) {
				write("complete", completed.success(), completed.output(), out);
			}
			else if (message instanceof UnexpectedError error) {
				write("error", error.message(), out);
			}
		}
	}

	/** Later values of a generator come as edits of the ones before. */
	private Output whole(Output output) {
		if (!(output instanceof OutputData data)) {
			return output;
		}
		List<JsonNode> current = data.data();
		if (this.values != null) {
			List<JsonNode> changed = new ArrayList<>(current.size());
			for (int i = 0; i < current.size(); i++) {
				changed.add(JsonDiff.apply(this.values.get(i), JsonDiff.fromJson(current.get(i))));
			}
			current = changed;
		}
		this.values = current;
		return OutputData.of(current, null, null, null);
	}

	private static void write(String event, boolean success, Output output, OutputStream out) throws IOException {
		if (!success) {
			write("error", output, out);
		}
		else {
			// A cancelled call completes without values
			write(event, (output instanceof OutputData data) ? data.data() : null, out);
		}
	}

	private static void write(String event, @Nullable Object data, OutputStream out) throws IOException {
		out.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
		GradioProtocol.callWriter().writeValue(new UnclosedStream(out), data);
		out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
	}

}
