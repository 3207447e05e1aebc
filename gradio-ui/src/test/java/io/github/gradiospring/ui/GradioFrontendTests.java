package io.github.gradiospring.ui;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link GradioFrontend}.
 */
class GradioFrontendTests {

	@TempDir
	Path classes;

	@Test
	void isFoundOnTheClassPath() throws IOException {
		write("frontend.properties", "version=1.2.3\nscript=assets/a.js\nstyle-sheet=assets/a.css\n");
		write("files.txt", "assets/a.js.gz\nassets/a.css.gz\nfavicon.png\n");
		try (URLClassLoader loader = loader()) {
			GradioFrontend frontend = GradioFrontend.find(loader).orElseThrow();
			assertThat(frontend.version()).isEqualTo("1.2.3");
			assertThat(frontend.script()).isEqualTo("assets/a.js");
			assertThat(frontend.styleSheet()).isEqualTo("assets/a.css");
			assertThat(frontend.files()).containsExactlyInAnyOrder("assets/a.js.gz", "assets/a.css.gz", "favicon.png");
		}
	}

	@Test
	void isAbsentFromAModuleThatWasBuiltWithoutIt() throws IOException {
		write("README", "no frontend");
		try (URLClassLoader loader = loader()) {
			assertThat(GradioFrontend.find(loader)).isEmpty();
		}
	}

	@Test
	void anIncompleteIndexIsAnError() throws IOException {
		write("frontend.properties", "version=1.2.3\nscript=assets/a.js\n");
		try (URLClassLoader loader = loader()) {
			assertThatIllegalStateException().isThrownBy(() -> GradioFrontend.find(loader))
				.withMessageContaining("style-sheet");
			write("frontend.properties", "version=1.2.3\nscript=assets/a.js\nstyle-sheet=assets/a.css\n");
			assertThatIllegalStateException().isThrownBy(() -> GradioFrontend.find(loader))
				.withMessageContaining("files.txt");
		}
	}

	@Test
	void theFrontendOfThisBuildIsWhole() {
		assumeThat(GradioFrontend.find()).as("this module was built without the frontend").isPresent();
		GradioFrontend frontend = GradioFrontend.find().orElseThrow();
		ClassLoader loader = GradioFrontend.class.getClassLoader();
		assertThat(frontend.files()).hasSizeGreaterThan(900)
			.contains(frontend.script() + ".gz", frontend.styleSheet() + ".gz", "static/img/logo.svg.gz")
			.noneMatch((file) -> file.startsWith("static/ffmpeg/"))
			.allSatisfy((file) -> assertThat(loader.getResource(GradioFrontend.LOCATION + file)).as(file).isNotNull());
		for (String notice : new String[] { "LICENSE", "THIRD-PARTY-NOTICES.txt", "README.md" }) {
			assertThat(loader.getResource(GradioFrontend.LOCATION + notice)).as(notice).isNotNull();
		}
	}

	private void write(String name, String text) throws IOException {
		Path file = this.classes.resolve(GradioFrontend.LOCATION + name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private URLClassLoader loader() throws IOException {
		return new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, null);
	}

}
