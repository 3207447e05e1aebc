package io.github.gradiospring.protocol.diff;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes samples for tests that feed our edits to the decoders of other clients: lines of
 * <code>{"old": ..., "new": ..., "edits": [...]}</code>.
 */
public final class DiffSampleWriter {

	private DiffSampleWriter() {
	}

	/**
	 * Write samples.
	 * @param file the file to write
	 * @param count the number of lines
	 * @param seed the same seed gives the same lines
	 * @throws IOException if the file cannot be written
	 */
	public static void write(Path file, int count, long seed) throws IOException {
		JsonMapper mapper = GradioProtocol.jsonMapper();
		JsonSamples samples = new JsonSamples(seed);
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (int i = 0; i < count; i++) {
				JsonNode oldValue = samples.value(4);
				// Values with nothing in common make short edits; most samples shall
				// overlap
				JsonNode newValue = (i % 10 == 0) ? samples.value(4) : samples.mutate(oldValue);
				ObjectNode line = mapper.createObjectNode();
				line.set("old", oldValue);
				line.set("new", newValue);
				line.set("edits", JsonDiff.toJson(JsonDiff.encode(oldValue, newValue)));
				writer.write(mapper.writeValueAsString(line));
				writer.write('\n');
			}
		}
	}

	/**
	 * Write samples.
	 * @param args the file, the number of lines and optionally the seed
	 * @throws IOException if the file cannot be written
	 */
	public static void main(String[] args) throws IOException {
		write(Path.of(args[0]), Integer.parseInt(args[1]), (args.length > 2) ? Long.parseLong(args[2]) : 1);
	}

}
