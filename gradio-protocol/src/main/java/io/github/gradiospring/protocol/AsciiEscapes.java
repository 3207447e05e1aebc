package io.github.gradiospring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes all but printable ASCII, the way Python's <code>json.dumps</code> does.
 */
final class AsciiEscapes extends CharacterEscapes {

	private static final long serialVersionUID = 1L;

	private static final int[] ASCII = asciiEscapes();

	@Override
	public int[] getEscapeCodesForAscii() {
		return ASCII;
	}

	@Override
	public @Nullable SerializableString getEscapeSequence(int character) {
		return (character < 0x80) ? null : new SerializedString(String.format("\\u%04x", character));
	}

	private static int[] asciiEscapes() {
		int[] escapes = standardAsciiEscapesForJSON();
		// Python counts DEL as not printable, Jackson does not
		escapes[0x7f] = ESCAPE_STANDARD;
		return escapes;
	}

}
