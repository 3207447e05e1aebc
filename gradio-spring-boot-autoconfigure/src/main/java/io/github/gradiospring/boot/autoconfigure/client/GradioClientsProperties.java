package io.github.gradiospring.boot.autoconfigure.client;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clients of Gradio apps.
 *
 * @param client Clients of Gradio apps by their names. Each is a bean.
 */
@ConfigurationProperties("gradio")
public record GradioClientsProperties(@DefaultValue Map<String, GradioClientProperties> client) {

	/** Where the clients are. */
	static final String PREFIX = "gradio.client";

	public GradioClientsProperties {
		client = Map.copyOf(client);
	}

}
