package io.github.gradiospring.blocks.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.core.type.TypeReference;

import org.springframework.util.Assert;

/**
 * Gradio's figures, from the JSON files beside this class.
 */
final class ThemeData {

	/** The shades by the name of the hue. */
	static final Map<String, List<String>> HUES = readOnly("hues", new TypeReference<>() {
	});

	/** The seven sizes by kind and name. */
	static final Map<String, Map<String, List<String>>> SIZES = readOnly("sizes", new TypeReference<>() {
	});

	/** The weights that the frontend brings, by the name of the font without spaces. */
	static final Map<String, List<Integer>> LOCAL_FONTS = readOnly("local-fonts", new TypeReference<>() {
	});

	private ThemeData() {
	}

	/** The entry of a name; otherwise an exception that lists the names. */
	static <T> T entry(String kind, String name, Map<String, T> entries) {
		T entry = entries.get(name);
		Assert.notNull(entry, () -> "No " + kind + " '" + name + "', only " + String.join(", ", entries.keySet()));
		return entry;
	}

	static <T> T read(String name, TypeReference<T> type) {
		try (InputStream resource = ThemeData.class.getResourceAsStream(name + ".json")) {
			return GradioProtocol.jsonMapper().readValue(Objects.requireNonNull(resource, name), type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <T> Map<String, T> readOnly(String name, TypeReference<LinkedHashMap<String, T>> type) {
		return Collections.unmodifiableMap(read(name, type));
	}

}
