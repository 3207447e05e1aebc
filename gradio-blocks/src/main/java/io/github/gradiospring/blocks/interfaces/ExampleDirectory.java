package io.github.gradiospring.blocks.interfaces;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A folder of examples, as Gradio reads it: a {@code log.csv} with a row for each example
 * below its header, or a file for each.
 *
 * @param folder what the places of files are relative to
 * @param rows the values of each example, texts or files
 */
record ExampleDirectory(Resource folder, List<List<Object>> rows) {

	private static final String LOG = "log.csv";

	/**
	 * Reads a folder.
	 * @param location the folder
	 * @param inputs how many inputs there are
	 * @param files whether the first of them is a file
	 * @param resources finds the folder
	 * @return the examples
	 * @throws IllegalArgumentException when there are none, or no {@code log.csv} for
	 * several inputs
	 * @throws UncheckedIOException when it cannot be read
	 */
	static ExampleDirectory read(String location, int inputs, boolean files, ResourcePatternResolver resources) {
		String path = location.endsWith("/") ? location : location + "/";
		try {
			List<Resource> found = list(path, resources);
			if (found.isEmpty()) {
				throw new IllegalArgumentException("There are no files in the directory '" + location + "'.");
			}
			Resource folder = folder(resources.getResource(path));
			for (Resource file : found) {
				if (LOG.equals(file.getFilename())) {
					return new ExampleDirectory(folder, log(file, inputs));
				}
			}
			if (inputs != 1) {
				throw new IllegalArgumentException(
						"The directory '%s' has no '%s', which %d inputs need.".formatted(location, LOG, inputs));
			}
			return new ExampleDirectory(folder,
					found.stream().map((file) -> List.<Object>of(files ? file : ExampleFiles.name(file))).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Resource> list(String path, ResourcePatternResolver resources) throws IOException {
		try {
			return Arrays.stream(resources.getResources(path + "*"))
				.filter((file) -> file.isReadable() && !ExampleFiles.name(file).startsWith("."))
				.sorted(Comparator.comparing(ExampleFiles::name))
				.toList();
		}
		catch (FileNotFoundException ex) {
			return List.of();
		}
	}

	/** Names in a file system may have characters that mean something in an address. */
	private static Resource folder(Resource folder) throws IOException {
		return folder.isFile() ? new FileSystemResource(folder.getFile().getPath() + "/") : folder;
	}

	private static List<List<Object>> log(Resource file, int inputs) throws IOException {
		List<List<Object>> rows = new ArrayList<>();
		try (InputStream content = file.getInputStream();
				MappingIterator<List<String>> lines = new CsvMapper().readerForListOf(String.class)
					.with(CsvReadFeature.WRAP_AS_ARRAY)
					.with(CsvReadFeature.SKIP_EMPTY_LINES)
					.readValues(content)) {
			while (lines.hasNext()) {
				List<String> line = lines.next();
				rows.add(List.copyOf(line.subList(0, Math.min(inputs, line.size()))));
			}
		}
		if (rows.isEmpty()) {
			throw new IllegalArgumentException("The file '" + LOG + "' of the examples is empty.");
		}
		return rows.subList(1, rows.size());
	}

}
