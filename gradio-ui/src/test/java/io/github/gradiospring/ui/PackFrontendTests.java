package io.github.gradiospring.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs what the build runs, with wheels and a pip of its own. */
class PackFrontendTests {

	private static final String INDEX = """
			<script type="module" crossorigin src="./assets/index-AbC.js"></script>
			<link rel="stylesheet" crossorigin href="./assets/index-dEf.css">
			""";

	@TempDir
	Path folder;

	private final Map<String, String> wheel = new TreeMap<>(
			Map.of("gradio/__init__.py", "", "gradio-9.9.9.dist-info/licenses/LICENSE", "the licence",
					"gradio/templates/frontend/index.html", INDEX, "gradio/templates/frontend/assets/index-AbC.js",
					"/*! Copyright A */ x = \"image/*\"; /* plain */", "gradio/templates/frontend/assets/index-dEf.css",
					"a { } /* @license B */", "gradio/templates/frontend/static/fonts/f.woff2", "font",
					"gradio/templates/frontend/static/ffmpeg/f.wasm", "large"));

	@Test
	void packsTheFrontend() throws Exception {
		String sha256 = writeWheel();
		Run run = run(sha256, "no-python-needed");
		assertThat(run.output()).contains("Packed 3 files");
		assertThat(run.status()).isZero();
		assertThat(read("files.txt"))
			.isEqualTo("assets/index-AbC.js.gz\nassets/index-dEf.css.gz\nstatic/fonts/f.woff2\n");
		assertThat(read("frontend.properties"))
			.startsWith("version=9.9.9\nscript=assets/index-AbC.js\nstyle-sheet=assets/index-dEf.css\n");
		try (InputStream in = new GZIPInputStream(Files.newInputStream(output().resolve("assets/index-dEf.css.gz")))) {
			assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a { } /* @license B */");
		}
		assertThat(read("static/fonts/f.woff2")).isEqualTo("font");
		assertThat(read("LICENSE")).isEqualTo("the licence");
		assertThat(read("THIRD-PARTY-NOTICES.txt")).contains("-- assets/index-AbC.js\n/*! Copyright A */\n")
			.contains("-- assets/index-dEf.css\n/* @license B */\n")
			.doesNotContain("plain");
		assertThat(output().resolve("static/ffmpeg")).doesNotExist();
		assertThat(output().resolve("index.html")).doesNotExist();
		// Once is enough, even when the wheel is gone
		Files.delete(wheel());
		assertThat(run(sha256, "no-python-needed").output()).isEmpty();
		assertThat(read("LICENSE")).isEqualTo("the licence");
	}

	@Test
	void anotherWheelThanThePinnedOneFailsTheBuild() throws Exception {
		String sha256 = writeWheel();
		Run run = run(sha256.replace(sha256.charAt(0), (sha256.charAt(0) == 'a') ? 'b' : 'a'), "no-python-needed");
		assertThat(run.status()).isNotZero();
		assertThat(run.output()).contains("has the SHA-256 " + sha256);
		assertThat(wheel()).doesNotExist();
		assertThat(output().resolve("frontend.properties")).doesNotExist();
	}

	@Test
	void aFileOutsideOfTheFolderFailsTheBuild() throws Exception {
		this.wheel.put("gradio/templates/frontend/../../../../evil.js", "evil");
		Run run = run(writeWheel(), "no-python-needed");
		assertThat(run.status()).isNotZero();
		assertThat(run.output()).contains("outside of its folder");
		assertThat(output().resolve("frontend.properties")).doesNotExist();
	}

	@Test
	void withoutPythonTheBuildGoesOn() throws Exception {
		Run run = run("0", this.folder.resolve("no-such-python").toString());
		assertThat(run.status()).isZero();
		assertThat(run.output().lines()).singleElement()
			.asString()
			.startsWith("[WARNING] gradio-ui is built without the frontend of gradio 9.9.9")
			.contains("no-such-python");
		assertThat(output().resolve("frontend.properties")).doesNotExist();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void withoutANetworkTheBuildGoesOn() throws Exception {
		Run run = run("0", python("echo 'Collecting gradio'; echo 'ERROR: no network' >&2; exit 1"));
		assertThat(run.status()).isZero();
		assertThat(run.output().lines()).singleElement()
			.asString()
			.startsWith("[WARNING]")
			.endsWith("ERROR: no network");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void pipDownloadsTheWheelOnce() throws Exception {
		String sha256 = writeWheel();
		Path source = Files.move(wheel(), this.folder.resolve("source.whl"));
		String python = python("echo \"$@\" >> %s/calls; while [ \"$1\" != --dest ]; do shift; done; cp %s \"$2/%s\""
			.formatted(this.folder, source, wheel().getFileName()));
		assertThat(run(sha256, python).output()).contains("Packed 3 files");
		Files.delete(output().resolve("frontend.properties"));
		assertThat(run(sha256, python).output()).contains("Packed 3 files");
		assertThat(Files.readAllLines(this.folder.resolve("calls"))).singleElement()
			.asString()
			.startsWith("-m pip download")
			.contains("--no-deps", "--only-binary=:all:")
			.endsWith("gradio==9.9.9");
	}

	private String python(String script) throws IOException {
		Path python = Files.writeString(this.folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
		return python.toString();
	}

	private String writeWheel() throws Exception {
		Files.createDirectories(wheel().getParent());
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel()))) {
			for (Map.Entry<String, String> file : this.wheel.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(wheel())));
	}

	private Path wheel() {
		return this.folder.resolve("cache/gradio-9.9.9-py3-none-any.whl");
	}

	private Path output() {
		return this.folder.resolve("classes/META-INF/gradio-ui");
	}

	private String read(String file) throws IOException {
		return Files.readString(output().resolve(file));
	}

	private Run run(String sha256, String python) throws Exception {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		Process process = new ProcessBuilder(java.toString(), "src/build/java/PackFrontend.java", "9.9.9", sha256,
				python, this.folder.resolve("cache").toString(), output().toString())
			.redirectErrorStream(true)
			.start();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Run(process.waitFor(), text);
	}

	record Run(int status, String output) {
	}

}
