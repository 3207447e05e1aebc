package io.github.gradiospring.test.testcontainers;

import java.time.Duration;
import java.util.Set;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A Python Gradio app in a container: an image that has one, such as that of a Docker
 * Space, or one that is {@link GradioImage built from a script}. It is up when
 * <code>/config</code> answers, a demand for a login included. With Spring Boot:
 *
 * <pre class="code">
 * &#64;Container
 * &#64;ServiceConnection
 * static final GradioContainer whisper = new GradioContainer("acme/whisper-demo:1").withClientName("whisper");
 * </pre>
 *
 * takes the place of <code>gradio.client.whisper.url</code>.
 */
public class GradioContainer extends GenericContainer<GradioContainer> {

	/** Where Gradio listens unless the script says otherwise. */
	public static final int PORT = 7860;

	/** The name of the client when the test gives none. */
	public static final String DEFAULT_CLIENT_NAME = "default";

	private static final Duration STARTUP_TIMEOUT = Duration.ofMinutes(3);

	private static final Set<Integer> UP = Set.of(200, 401);

	private String clientName = DEFAULT_CLIENT_NAME;

	/**
	 * Creates a container.
	 * @param image the name of an image that starts a Gradio app
	 */
	public GradioContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Creates a container.
	 * @param image the name of an image that starts a Gradio app
	 */
	public GradioContainer(DockerImageName image) {
		super(image);
		prepare();
	}

	/**
	 * Creates a container.
	 * @param image what its image is built from, when it starts
	 */
	public GradioContainer(GradioImage image) {
		super(image.build());
		prepare();
	}

	// The names of the variables are those of gradio/networking.py and analytics.py
	private void prepare() {
		addExposedPort(PORT);
		addEnv("GRADIO_SERVER_NAME", "0.0.0.0");
		addEnv("GRADIO_SERVER_PORT", String.valueOf(PORT));
		addEnv("GRADIO_ANALYTICS_ENABLED", "False");
		setWaitStrategy(Wait.forHttp("/config")
			.forPort(PORT)
			.forStatusCodeMatching(UP::contains)
			.withStartupTimeout(STARTUP_TIMEOUT));
	}

	/**
	 * Sets which client of the application connects to this app with
	 * {@code @ServiceConnection}; {@value #DEFAULT_CLIENT_NAME} unless set.
	 * @param clientName the name, as in <code>gradio.client.&lt;name&gt;</code>
	 * @return this
	 */
	public GradioContainer withClientName(String clientName) {
		this.clientName = clientName;
		return this;
	}

	/**
	 * Which client of the application connects to this app.
	 * @return the name
	 */
	public String getClientName() {
		return this.clientName;
	}

	/**
	 * The address of the app.
	 * @return such as {@code http://localhost:32768}
	 * @throws IllegalStateException when the container was not started
	 */
	public String getUrl() {
		return "http://" + getHost() + ":" + getMappedPort(PORT);
	}

}
