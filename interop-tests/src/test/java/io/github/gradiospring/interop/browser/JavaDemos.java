package io.github.gradiospring.interop.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gradiospring.interop.browser.demo.DemoApplication;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Our demos in this process, each an app on a port of its own, as long as it runs. */
final class JavaDemos implements Demos {

	static final Demos INSTANCE = new JavaDemos();

	private static final Path FLAGGED = Path.of("target/interop-demos-java").toAbsolutePath();

	private static final Map<String, String> URLS = new ConcurrentHashMap<>();

	private JavaDemos() {
	}

	@Override
	public String name() {
		return "java";
	}

	@Override
	public String url(Demo demo) {
		return url(demo.id());
	}

	/** Where the app with a profile is served, which need not be a demo in Python too. */
	static String url(String profile) {
		return URLS.computeIfAbsent(profile, JavaDemos::start);
	}

	private static String start(String profile) {
		var context = (WebServerApplicationContext) new SpringApplicationBuilder(DemoApplication.class)
			.profiles(profile)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--logging.level.root=WARN", "--spring.main.banner-mode=off",
					"--gradio.ui.flagging-directory=" + FLAGGED.resolve(profile));
		var server = context.getWebServer();
		if (server == null) {
			throw new IllegalStateException("No server for " + profile);
		}
		return "http://127.0.0.1:%d/".formatted(server.getPort());
	}

	@Override
	public String flagged(Demo demo) {
		Path folder = FLAGGED.resolve(demo.id());
		if (!Files.exists(folder)) {
			return "";
		}
		try (Stream<Path> logs = Files.walk(folder)) {
			return logs.filter(Files::isRegularFile).sorted().map(JavaDemos::read).collect(Collectors.joining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
