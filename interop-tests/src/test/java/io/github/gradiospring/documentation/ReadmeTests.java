package io.github.gradiospring.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the README say what is so. */
class ReadmeTests {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private final String readme = read(ROOT.resolve("README.md"));

	@Test
	void listsEveryPropertyWithItsDescriptionAndDefault() throws IOException {
		List<String> rows = new ArrayList<>();
		for (URL metadata : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
			try (InputStream content = metadata.openStream()) {
				new JsonMapper().readTree(content).path("properties").forEach((property) -> addRow(property, rows));
			}
		}
		assertThat(rows).isNotEmpty();
		assertThat(rowsStartingWith("| `gradio.")).filteredOn((row) -> row.chars().filter((c) -> c == '|').count() == 4)
			.containsExactlyInAnyOrderElementsOf(rows);
	}

	@Test
	void namesTestsThatExist() throws IOException {
		Set<String> tests;
		try (Stream<Path> files = Files.walk(ROOT)) {
			tests = files.filter((file) -> file.toString().contains("/src/test/java/"))
				.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith("Tests.java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
		List<String> named = Pattern.compile("`(\\w+Tests)`")
			.matcher(this.readme)
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(named).isNotEmpty();
		assertThat(tests).containsAll(named);
	}

	@Test
	void namesTheGradioReleaseThatIsFollowed() {
		String pom = read(ROOT.resolve("pom.xml"));
		String version = Pattern.compile("<gradio.version>(.+)</gradio.version>")
			.matcher(pom)
			.results()
			.map((MatchResult match) -> match.group(1))
			.findFirst()
			.orElseThrow();
		assertThat(GradioProtocol.GRADIO_VERSION).isEqualTo(version);
		assertThat(this.readme).contains("Against Gradio " + version);
	}

	private static void addRow(JsonNode property, List<String> rows) {
		String name = property.path("name").asString();
		if (name.startsWith("gradio.")) {
			String value = property.path("defaultValue").asString("");
			rows.add("| `%s` | %s | %s |".formatted(name, property.path("description").asString(),
					value.isEmpty() ? "" : "`" + value + "`"));
		}
	}

	private List<String> rowsStartingWith(String start) {
		return this.readme.lines().filter((line) -> line.startsWith(start)).toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
