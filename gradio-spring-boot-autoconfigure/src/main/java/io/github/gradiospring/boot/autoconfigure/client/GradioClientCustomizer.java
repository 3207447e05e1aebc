package io.github.gradiospring.boot.autoconfigure.client;

import io.github.gradiospring.client.GradioClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A bean that changes how clients of Gradio apps are built, after the application's
 * properties were applied.
 */
@FunctionalInterface
public interface GradioClientCustomizer {

	/**
	 * Changes a builder.
	 * @param name the name of the client, as in <code>gradio.client.&lt;name&gt;</code>,
	 * or {@code null} for the builder of any other client
	 * @param builder its builder
	 */
	void customize(@Nullable String name, GradioClientBuilder builder);

}
