package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes messages the way {@code queue/data} sends them: one line of compact JSON each.
 *
 * @param <T> what is sent
 */
final class JsonFrames<T> implements FrameWriter<T> {

	private static final JsonFrames<Object> INSTANCE = new JsonFrames<>();

	static final byte[] HEARTBEAT = "data: {\"msg\":\"heartbeat\",\"event_id\":null}\n\n"
		.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

	private final ObjectWriter writer = GradioProtocol.jsonMapper().writer();

	private JsonFrames() {
	}

	@SuppressWarnings("unchecked")
	static <T> JsonFrames<T> instance() {
		// Stateless, and takes anything
		return (JsonFrames<T>) INSTANCE;
	}

	@Override
	public void write(Iterable<T> batch, OutputStream out) throws IOException {
		for (T message : batch) {
			out.write(BEFORE);
			// A sequence writer would look up the serializer of each message anew
			out.write(this.writer.writeValueAsBytes(message));
			out.write(AFTER);
		}
	}

}
