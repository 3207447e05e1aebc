package io.github.gradiospring.maven;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import com.sun.net.httpserver.HttpServer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link GenerateMojo}. */
class GenerateMojoTests {

	@TempDir
	private Path directory;

	private HttpServer server;

	private final MavenProject project = new MavenProject();

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		byte[] info = InfoDocuments.read("info_interface")
			.at("/steps/0/response/json")
			.toString()
			.getBytes(StandardCharsets.UTF_8);
		this.server.createContext("/new/gradio_api/info", (exchange) -> {
			exchange.sendResponseHeaders(200, info.length);
			exchange.getResponseBody().write(info);
			exchange.close();
		});
		this.server.createContext("/old/info", (exchange) -> {
			exchange.sendResponseHeaders(200, info.length);
			exchange.getResponseBody().write(info);
			exchange.close();
		});
		this.server.createContext("/page/info", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void writesTheInterfaceOfAFile() throws Exception {
		Files.writeString(this.directory.resolve("info.json"),
				InfoDocuments.read("info_chat").at("/steps/0/response/json").toString());
		GenerateMojo mojo = mojo();
		set(mojo, "file", this.directory.resolve("info.json").toFile());
		mojo.execute();
		assertThat(target()).content().contains("Mono<JsonNode> chat(String message)");
		assertThat(this.project.getCompileSourceRoots()).containsExactly(this.directory.resolve("out").toString());
	}

	@Test
	void asksAnApp() throws Exception {
		for (String path : new String[] { "/new", "/new/", "/old", "/new/gradio_api/info" }) {
			GenerateMojo mojo = mojo();
			set(mojo, "url", url(path));
			mojo.execute();
			assertThat(target()).as(path).content().contains("Mono<String> predict(String name)");
			Files.delete(target());
		}
	}

	@Test
	void leavesAnUnchangedFileAlone() throws Exception {
		GenerateMojo mojo = mojo();
		set(mojo, "url", url("/new"));
		mojo.execute();
		FileTime before = FileTime.fromMillis(1000);
		Files.setLastModifiedTime(target(), before);
		mojo.execute();
		assertThat(Files.getLastModifiedTime(target())).isEqualTo(before);
		Files.writeString(target(), "changed");
		mojo.execute();
		assertThat(target()).content().contains("interface Greeter");
	}

	@Test
	void keepsWhatThereIsWhenOffline() throws Exception {
		GenerateMojo mojo = mojo();
		set(mojo, "url", "http://localhost:1");
		set(mojo, "offline", true);
		assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(mojo::execute)
			.withMessageContaining("Maven is offline");
		Files.createDirectories(target().getParent());
		Files.writeString(target(), "kept");
		mojo.execute();
		assertThat(target()).hasContent("kept");
		assertThat(this.project.getCompileSourceRoots()).hasSize(1);
	}

	@Test
	void saysWhatIsNoDescription() throws Exception {
		for (String path : new String[] { "/nothing", "/page", "/nothing/info" }) {
			GenerateMojo mojo = mojo();
			set(mojo, "url", url(path));
			assertThatExceptionOfType(MojoExecutionException.class).as(path)
				.isThrownBy(mojo::execute)
				.withMessageContaining(path)
				.withMessageMatching("(?s).*(status 404|no API description of Gradio)");
		}
	}

	@Test
	void wantsOneSource() throws Exception {
		GenerateMojo mojo = mojo();
		assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(mojo::execute)
			.withMessage("Set one of 'file' and 'url'");
		set(mojo, "url", "http://localhost:1");
		set(mojo, "file", this.directory.toFile());
		assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(mojo::execute)
			.withMessage("Set one of 'file' and 'url'");
		set(mojo, "skip", true);
		mojo.execute();
		assertThat(this.project.getCompileSourceRoots()).isEmpty();
	}

	@Test
	void isDescribedToMaven() throws IOException {
		try (InputStream descriptor = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
			assertThat(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8)).contains(
					"<goalPrefix>gradio</goalPrefix>", "<goal>generate</goal>", "<phase>generate-sources</phase>",
					"<name>packageName</name>", "<name>interfaceName</name>", "<name>url</name>", "<name>file</name>",
					"<name>client</name>", "<name>outputDirectory</name>");
		}
	}

	private Path target() {
		return this.directory.resolve("out/com/example/Greeter.java");
	}

	private String url(String path) {
		return "http://localhost:" + this.server.getAddress().getPort() + path;
	}

	private GenerateMojo mojo() throws ReflectiveOperationException {
		GenerateMojo mojo = new GenerateMojo();
		set(mojo, "packageName", "com.example");
		set(mojo, "interfaceName", "Greeter");
		set(mojo, "outputDirectory", this.directory.resolve("out").toFile());
		set(mojo, "project", this.project);
		return mojo;
	}

	/** As Maven does. */
	private static void set(GenerateMojo mojo, String name, Object value) throws ReflectiveOperationException {
		Field field = GenerateMojo.class.getDeclaredField(name);
		field.setAccessible(true);
		field.set(mojo, value);
	}

}
