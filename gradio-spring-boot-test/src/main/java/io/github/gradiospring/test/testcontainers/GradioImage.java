package io.github.gradiospring.test.testcontainers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import org.testcontainers.images.builder.ImageFromDockerfile;

import org.springframework.util.Assert;

/**
 * An image that is built from a Python script when a container needs it. The script ends
 * with {@code launch()}, without an address and a port.
 *
 * <pre class="code">
 * new GradioContainer(GradioImage.ofScript(Path.of("src/test/python/app.py")).requirements("numpy"))
 * </pre>
 */
public final class GradioImage {

	private static final String SCRIPT = "app.py";

	private static final String REQUIREMENTS = "requirements.txt";

	private final Path script;

	private String pythonImage = "python:3.11-slim";

	private String gradioVersion = GradioProtocol.GRADIO_VERSION;

	private final List<String> requirements = new ArrayList<>();

	private GradioImage(Path script) {
		this.script = script;
	}

	/**
	 * Starts an image.
	 * @param script the script, a readable file
	 * @return the image, to set more
	 * @throws IllegalArgumentException when there is no such file
	 */
	public static GradioImage ofScript(Path script) {
		Assert.isTrue(Files.isReadable(script), () -> "There is no script at " + script);
		return new GradioImage(script);
	}

	/** Sets the image to start from, <code>python:3.11-slim</code> by default. */
	public GradioImage pythonImage(String pythonImage) {
		this.pythonImage = pythonImage;
		return this;
	}

	/**
	 * Sets the version of Gradio; by default the one whose protocol this library follows.
	 */
	public GradioImage gradioVersion(String gradioVersion) {
		this.gradioVersion = gradioVersion;
		return this;
	}

	/** Adds what else the script needs, as lines of a {@code requirements.txt}. */
	public GradioImage requirements(String... requirements) {
		Collections.addAll(this.requirements, requirements);
		return this;
	}

	/** The image; nothing is built before somebody asks for its name. */
	ImageFromDockerfile build() {
		List<String> lines = new ArrayList<>(List.of("gradio==" + this.gradioVersion));
		lines.addAll(this.requirements);
		return new ImageFromDockerfile().withFileFromString("Dockerfile", dockerfile())
			.withFileFromString(REQUIREMENTS, String.join("\n", lines) + "\n")
			.withFileFromPath(SCRIPT, this.script);
	}

	// The script last, so that a change of it does not install everything anew
	private String dockerfile() {
		return """
				FROM %s
				WORKDIR /app
				COPY %2$s .
				RUN pip install --no-cache-dir -r %2$s
				COPY %3$s .
				CMD ["python", "%3$s"]
				""".formatted(this.pythonImage, REQUIREMENTS, SCRIPT);
	}

}
