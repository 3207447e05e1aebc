package io.github.gradiospring.client.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.github.gradiospring.protocol.file.FileData;
import org.jspecify.annotations.Nullable;

/** Makes names safe: those that a server sent for the disk, ours for the wire. */
final class FileNames {

	private static final String DEFAULT = "file";

	/** File systems take 255 bytes. */
	private static final int MAX_BYTES = 200;

	private static final int MAX_EXTENSION = 20;

	/** What some file system does not take, and what makes a name look like another. */
	private static final Pattern UNSAFE = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069<>:\"|?*]");

	/** Devices of Windows, whatever their extension. */
	private static final Pattern RESERVED = Pattern
		.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

	private FileNames() {
	}

	/** The name under which a file is put on the disk. */
	static String of(FileData file) {
		if (file.origName() != null || !FileAddress.isLink(file.path())) {
			return clean((file.origName() != null) ? file.origName() : file.path());
		}
		try {
			// The query may be a secret
			return clean(URI.create(file.path()).getPath());
		}
		catch (IllegalArgumentException ex) {
			return DEFAULT;
		}
	}

	static String clean(@Nullable String name) {
		String safe = trim(UNSAFE.matcher(last(name)).replaceAll("_"));
		safe = trim(shorten(safe));
		if (safe.isEmpty()) {
			return DEFAULT;
		}
		return RESERVED.matcher(safe).matches() ? "_" + safe : safe;
	}

	/**
	 * A name for the header of a part: Gradio drops the same characters, and quotes or
	 * ends of lines could be taken for the end of the header.
	 */
	static String sent(String name) {
		String safe = UNSAFE.matcher(last(name)).replaceAll("").strip();
		return (safe.isEmpty() || safe.equals(".") || safe.equals("..")) ? DEFAULT : safe;
	}

	private static String last(@Nullable String name) {
		return (name != null) ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1) : "";
	}

	/** No hidden files, and no ends that Windows drops. */
	private static String trim(String name) {
		return name.replaceAll("^[\\s.]+|[\\s.]+$", "");
	}

	/** The extension stays, since it says what a file is. */
	private static String shorten(String name) {
		int dot = name.lastIndexOf('.');
		String extension = (dot >= 0 && name.length() - dot <= MAX_EXTENSION) ? name.substring(dot) : "";
		String stem = name.substring(0, name.length() - extension.length());
		while ((stem + extension).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
		}
		return stem + extension;
	}

}
