package io.github.gradiospring.client.file;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Makes names that a server sent safe for the file system. */
final class FileNames {

	private static final int MAX_LENGTH = 120;

	/** Devices of Windows, whatever their extension. */
	private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
			"lpt1", "lpt2", "lpt3");

	private FileNames() {
	}

	static String clean(@Nullable String name) {
		String last = (name != null) ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1) : "";
		String safe = last.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
		while (safe.startsWith(".") || safe.endsWith(".")) {
			safe = safe.startsWith(".") ? safe.substring(1) : safe.substring(0, safe.length() - 1);
		}
		if (safe.length() > MAX_LENGTH) {
			// The extension says what it is
			safe = safe.substring(safe.length() - MAX_LENGTH);
		}
		String stem = safe.contains(".") ? safe.substring(0, safe.indexOf('.')) : safe;
		return safe.isEmpty() ? "file" : (RESERVED.contains(stem.toLowerCase(Locale.ROOT)) ? "_" + safe : safe);
	}

}
