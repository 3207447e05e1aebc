package io.github.gradiospring.server.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.server.annotation.FileExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileExplorerKindTests {

	private static final Path SOURCES = Path.of("src/main").toAbsolutePath();

	@TempDir
	private Path temp;

	private Path root;

	@BeforeEach
	void createFiles() throws IOException {
		this.root = Files.createDirectories(this.temp.resolve("root")).toRealPath();
		Files.writeString(this.temp.resolve("secret.txt"), "s");
		Files.createDirectories(this.temp.resolve("root2"));
		Files.writeString(this.temp.resolve("root2").resolve("x.txt"), "s");
		Files.writeString(this.root.resolve("a.txt"), "a");
		Files.writeString(this.root.resolve("a.bin"), "a");
		Files.createDirectories(this.root.resolve("sub/hidden"));
		Files.writeString(this.root.resolve("sub/b.txt"), "b");
		Files.writeString(this.root.resolve("sub/hidden/c.txt"), "c");
	}

	private SharedFolder folder() {
		return new SharedFolder(this.root, "**/*.txt", "**/hidden");
	}

	@Test
	void findsWhatIsOffered() {
		assertThat(folder().find(List.of("a.txt"))).isEqualTo(this.root.resolve("a.txt"));
		assertThat(folder().find(List.of("sub", "b.txt"))).isEqualTo(this.root.resolve("sub/b.txt"));
		assertThat(folder().find(List.of("sub"))).isEqualTo(this.root.resolve("sub"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "..,secret.txt", "../secret.txt", "..,root2,x.txt", "sub,..,a.txt", ".,a.txt", "sub/b.txt",
			"/etc/passwd", "a.bin", "sub,hidden", "sub,hidden,c.txt" })
	void refusesAllElse(String names) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> folder().find(List.of(names.split(","))))
			.withMessage("File not allowed: " + names.replace(',', '/') + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none.txt", "a.txt,b.txt", "a\0.txt" })
	void missingFilesAreAnError(String names) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> folder().find(List.of(names.split(","))))
			.withMessageStartingWith("File not found: ");
	}

	@Test
	void linksCountByWhereTheyLead() throws IOException {
		Files.createSymbolicLink(this.root.resolve("inside.txt"), this.root.resolve("sub/b.txt"));
		Files.createSymbolicLink(this.root.resolve("outside.txt"), this.temp.resolve("secret.txt"));
		Files.createSymbolicLink(this.root.resolve("up"), this.temp.resolve("root2"));
		Files.createSymbolicLink(this.root.resolve("other.txt"), this.root.resolve("a.bin"));
		assertThat(folder().find(List.of("inside.txt"))).hasContent("b");
		for (List<String> names : List.of(List.of("outside.txt"), List.of("up", "x.txt"), List.of("up"),
				List.of("other.txt"))) {
			assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> folder().find(names))
				.withMessage("File not allowed: " + String.join("/", names) + ".");
		}
	}

	@Test
	void namesFilesBelowTheFolder() throws IOException {
		assertThat(folder().names(this.root.resolve("sub/./b.txt"))).containsExactly("sub", "b.txt");
		assertThat(folder().names(Path.of("sub/b.txt"))).containsExactly("sub", "b.txt");
		Path link = Files.createSymbolicLink(this.temp.resolve("link"), this.root);
		assertThat(new SharedFolder(link, "**", "").names(this.root.resolve("a.txt"))).containsExactly("a.txt");
		for (Path outside : List.of(this.temp.resolve("secret.txt"), this.root.resolve("../secret.txt"), this.root)) {
			assertThatIllegalArgumentException().isThrownBy(() -> folder().names(outside))
				.withMessage("The result is a file outside of the folder of the file explorer.");
		}
	}

	@Test
	void listsWhatIsOffered() throws IOException {
		Files.createSymbolicLink(this.root.resolve("up"), this.temp.resolve("root2"));
		assertThat(folder().list(List.of())).containsExactly(new SharedFolder.Entry("sub", true, false),
				new SharedFolder.Entry("a.txt", false, true));
		assertThat(folder().list(List.of("sub"))).containsExactly(new SharedFolder.Entry("b.txt", false, true));
		assertThat(folder().list(List.of("a.txt"))).isEmpty();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> folder().list(List.of("..")))
			.withMessage("File not allowed: ...");
	}

	@Test
	void theFrontendListsFolders() {
		ComponentBinding binding = Declared.KINDS.bind(Declared.input(Values.class, "file", "[[\"java\"]]"));
		assertThat(binding.call("ls", json("[]"))).isEqualTo(json(
				"[{'name':'java','type':'folder','valid':true},{'name':'resources','type':'folder','valid':true}]"));
		assertThat(binding.call("ls", json("null"))).hasSize(2);
		assertThat(binding.call("ls", json("['java']"))).hasSize(1);
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.call("ls", json("'a'")))
			.withMessage("Expected a list of names, got a text.");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.call("rm", json("[]")))
			.withMessage("The component has no function 'rm'.");
	}

	@Test
	void convertsListsBothWays() {
		ComponentBinding binding = bindInput(Values.class, "files");
		binding.check(json("[['java'],['resources','io']]"));
		List<Path> paths = List.of(SOURCES.resolve("java"), SOURCES.resolve("resources/io"));
		assertThat(binding.read(json("[['java'],['resources','io']]"), null)).isEqualTo(paths);
		assertThat(binding.write(paths, null)).isEqualTo(json("[['java'],['resources','io']]"));
		assertThat(binding.read(json("[]"), null)).isEqualTo(List.of());
		assertThat(binding.blocking()).isTrue();
	}

	@Test
	void convertsOneFileBothWays() {
		ComponentBinding binding = bindInput(Values.class, "file");
		assertThat(binding.read(json("[['java']]"), null)).isEqualTo(SOURCES.resolve("java"));
		assertThat(binding.write(SOURCES.resolve("java"), null)).isEqualTo(json("[['java']]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'java'|Expected a list of paths, got a text.", "['java']|Each path is a list of names.",
					"[[]]|Each path is a list of names.", "[[5]]|Expected a name of a file, got a number.",
					"[]|Expected one file, got 0.", "[['java'],['resources']]|Expected one file, got 2.",
					"[['..','test']]|File not allowed: ../test." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "file").read(json(wire), null))
			.withMessage(message);
	}

	@Test
	void describesTheExplorerWithoutTheFolder() {
		ComponentDescription component = bindInput(Values.class, "files").component();
		assertThat(component.type()).isEqualTo("fileexplorer");
		assertThat(component.props()).containsEntry("glob", json("'**/*'"))
			.containsEntry("ignore_glob", json("'**/x'"))
			.containsEntry("file_count", json("'multiple'"))
			.containsEntry("height", json("100"))
			.containsEntry("server_fns", json("['ls']"))
			.doesNotContainKey("root_dir");
		assertThat(bindInput(Values.class, "file").component().props()).containsEntry("file_count", json("'single'"))
			.doesNotContainKeys("ignore_glob", "height");
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "file", "[[\"java\"]]")).component().props())
			.containsEntry("value", json("[['java']]"));
	}

	@Test
	void needsPaths() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @FileExplorer needs a Path or a list of it.");
		assertThat(bindOutput(Values.class, "result").component().type()).isEqualTo("fileexplorer");
	}

	@SuppressWarnings("unused")
	interface Values {

		void files(@FileExplorer(root = "src/main", ignoreGlob = "**/x", height = 100) List<Path> files);

		void file(@FileExplorer(root = "src/main") Path file);

		@FileExplorer(root = "src/main")
		Path[] result();

		void text(@FileExplorer(root = "src/main") String text);

	}

}
