package io.github.gradiospring.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/**
 * The escapes of Python's <code>json.dumps</code> within ASCII.
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
		return null;
	}

	private static int[] asciiEscapes() {
		int[] escapes = standardAsciiEscapesForJSON();
		// Python counts DEL as not printable, Jackson does not
		escapes[0x7f] = ESCAPE_STANDARD;
		return escapes;
	}

}
