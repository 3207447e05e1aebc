package io.github.gradiospring.interop.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.fixture.FixtureApplication;
import io.github.gradiospring.interop.client.ServerProcess;

import org.springframework.boot.SpringApplication;

/** The fixture app in a process of its own, for tests that kill it or count threads. */
public final class ForkedFixtureApp {

	private ForkedFixtureApp() {
	}

	static ServerProcess start(String profile, int port) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return ServerProcess.start("fixture-app-" + port, Map.of(), "Started ForkedFixtureApp",
				List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classes, ForkedFixtureApp.class.getName(),
						"--spring.profiles.active=" + profile, "--server.port=" + port,
						"--spring.main.web-application-type=reactive"));
	}

	/**
	 * Starts the application, and stops it when nobody writes to it any more.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		Thread watch = new Thread(() -> {
			try {
				System.in.transferTo(OutputStream.nullOutputStream());
			}
			catch (IOException ex) {
				// the end as well
			}
			Runtime.getRuntime().halt(0);
		});
		watch.setDaemon(true);
		watch.start();
		SpringApplication.run(FixtureApplication.class, args);
	}

}
