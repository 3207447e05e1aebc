package io.github.gradiospring.blocks.interfaces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes flagged results to CSV files, a folder for each endpoint. A file has a column
 * for each input and output, the reason, the user and the time; other columns than those
 * of the last file begin a new one, as in Gradio. Files are written as their path in the
 * file store.
 */
public final class CsvFlaggingCallback implements FlaggingCallback {

	private final Path directory;

	private final ObjectWriter writer = CsvMapper.builder()
		.enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
		.build()
		.writer();

	/**
	 * Creates the callback.
	 * @param directory where the folders are; made when something is flagged
	 */
	public CsvFlaggingCallback(Path directory) {
		this.directory = directory;
	}

	@Override
	public synchronized void flag(FlaggedResult result) {
		List<String> header = new ArrayList<>();
		List<String> row = new ArrayList<>();
		result.values().forEach((label, value) -> add(header, row, label, text(value)));
		if (result.option() != null) {
			add(header, row, "flag", result.option());
		}
		if (result.username() != null) {
			add(header, row, "username", result.username());
		}
		add(header, row, "timestamp", result.time().toString());
		try {
			Path folder = this.directory.resolve(result.endpoint());
			Files.createDirectories(folder);
			String head = line(header);
			Path file = file(folder, head);
			String lines = Files.exists(file) ? line(row) : head + line(row);
			Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(List<String> header, List<String> row, String name, String value) {
		header.add(harmless(name));
		row.add(harmless(value));
	}

	/** Spreadsheets run what begins like a formula. */
	private static String harmless(String value) {
		return (!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
	}

	private static String text(JsonNode value) {
		if (value.isNull()) {
			return "";
		}
		JsonNode path = value.path("path");
		if (path.isString()) {
			return path.stringValue();
		}
		return value.isString() ? value.stringValue() : value.toString();
	}

	private String line(List<String> cells) {
		return this.writer.writeValueAsString(cells);
	}

	private static Path file(Path folder, String head) throws IOException {
		int last = 0;
		try (Stream<Path> files = Files.list(folder)) {
			last = files.map((file) -> number(file.getFileName().toString())).max(Integer::compare).orElse(0);
		}
		Path newest = folder.resolve("dataset" + last + ".csv");
		return (last > 0 && head.equals(firstLine(newest))) ? newest : folder.resolve("dataset" + (last + 1) + ".csv");
	}

	private static int number(String name) {
		return name.matches("dataset\\d{1,6}\\.csv")
				? Integer.parseInt(name.substring("dataset".length(), name.length() - ".csv".length())) : 0;
	}

	private static @Nullable String firstLine(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			return lines.findFirst().map((line) -> line + "\n").orElse(null);
		}
	}

}
