package io.github.gradiospring.interop;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.fixture.FixtureApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The fixture app in this process, on a port of its own. Started when first asked for,
 * and stopped at the end of the process.
 */
public enum FixtureApp {

	/** The profile with most endpoints. */
	MAIN("main", ""),

	/** Hidden errors, a short queue, small files. */
	LIMITS("limits", ""),

	/** Typed functions without a page. */
	SERVER("server", ""),

	/** Below a path of ours. */
	UNDER_PATH("main", "/ml", "--gradio.path=/ml"),

	/** Below WebFlux's base path. */
	UNDER_BASE_PATH("main", "/base", "--spring.webflux.base-path=/base"),

	/** Below both. */
	UNDER_BOTH("main", "/base/ml", "--spring.webflux.base-path=/base", "--gradio.path=/ml"),

	/** What nobody comes for expires soon. */
	SOAK("main", "", "--gradio.sse.reader-timeout=2s", "--gradio.sse.time-to-live=5s"),

	/** In a servlet container. */
	SERVLET("main", "", WebApplicationType.SERVLET),

	/** In a servlet container, below paths. */
	SERVLET_UNDER_BOTH("main", "/context/ml", WebApplicationType.SERVLET, "--server.servlet.context-path=/context",
			"--gradio.path=/ml");

	private final String profile;

	private final String path;

	private final WebApplicationType type;

	private final List<String> arguments;

	private @Nullable ConfigurableApplicationContext context;

	FixtureApp(String profile, String path, String... arguments) {
		this(profile, path, WebApplicationType.REACTIVE, arguments);
	}

	FixtureApp(String profile, String path, WebApplicationType type, String... arguments) {
		this.profile = profile;
		this.path = path;
		this.type = type;
		this.arguments = List.of(arguments);
	}

	/**
	 * The application.
	 * @return its context, started
	 */
	public synchronized ConfigurableApplicationContext context() {
		if (this.context == null) {
			List<String> arguments = new ArrayList<>(this.arguments);
			arguments.add("--server.port=0");
			arguments.add("--logging.level.root=WARN");
			this.context = new SpringApplicationBuilder(FixtureApplication.class).profiles(this.profile)
				.web(this.type)
				.run(arguments.toArray(String[]::new));
		}
		return this.context;
	}

	/**
	 * The URL that clients are given.
	 * @return the URL, no slash at the end
	 */
	public String url() {
		return "http://127.0.0.1:" + port() + this.path;
	}

	/**
	 * The port.
	 * @return the port
	 */
	public int port() {
		var server = ((WebServerApplicationContext) context()).getWebServer();
		return (server != null) ? server.getPort() : -1;
	}

}
