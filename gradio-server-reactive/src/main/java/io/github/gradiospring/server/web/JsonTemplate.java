package io.github.gradiospring.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * A document that was written once, but for the address of the application and the name
 * of the user, which differ between requests.
 */
final class JsonTemplate {

	/** Stands for the address, anywhere in a text. */
	static final String ROOT = "http://gradio-root.invalid";

	/** Stands for the user, as a whole text. */
	static final String USER = "gradio-user.invalid";

	private static final String QUOTED_USER = "\"" + USER + "\"";

	private final List<Piece> pieces;

	private JsonTemplate(List<Piece> pieces) {
		this.pieces = pieces;
	}

	/**
	 * Writes a document.
	 * @param document a value that Jackson can write, with the two marks
	 * @return the template
	 */
	static JsonTemplate of(Object document) {
		String json = GradioProtocol.jsonMapper().writeValueAsString(document);
		List<Piece> pieces = new ArrayList<>();
		int start = 0;
		while (true) {
			int root = json.indexOf(ROOT, start);
			int user = json.indexOf(QUOTED_USER, start);
			boolean isRoot = root >= 0 && (user < 0 || root < user);
			int end = isRoot ? root : user;
			if (end < 0) {
				pieces.add(new Piece(json.substring(start).getBytes(StandardCharsets.UTF_8), Slot.NONE));
				return new JsonTemplate(List.copyOf(pieces));
			}
			pieces.add(new Piece(json.substring(start, end).getBytes(StandardCharsets.UTF_8),
					isRoot ? Slot.ROOT : Slot.USER));
			start = end + (isRoot ? ROOT : QUOTED_USER).length();
		}
	}

	/**
	 * Writes the document for a request.
	 * @param root the address
	 * @param user the name of the user, or {@code null}
	 * @return the JSON
	 */
	byte[] render(String root, @Nullable String user) {
		byte[] quotedRoot = GradioProtocol.jsonMapper().writeValueAsBytes(root);
		byte[] userValue = GradioProtocol.jsonMapper().writeValueAsBytes(user);
		ByteArrayOutputStream out = new ByteArrayOutputStream(
				this.pieces.stream().mapToInt((piece) -> piece.json().length + quotedRoot.length).sum());
		for (Piece piece : this.pieces) {
			out.writeBytes(piece.json());
			switch (piece.next()) {
				case ROOT -> out.write(quotedRoot, 1, quotedRoot.length - 2);
				case USER -> out.writeBytes(userValue);
				case NONE -> {
					// The end
				}
			}
		}
		return out.toByteArray();
	}

	private enum Slot {

		ROOT, USER, NONE

	}

	/**
	 * A part that is always the same.
	 *
	 * @param json the part
	 * @param next what follows it
	 */
	private record Piece(byte[] json, Slot next) {
	}

}
