package io.github.gradiospring.boot.autoconfigure.server;

import org.springframework.boot.autoconfigure.AutoConfigurations;

/** The auto-configurations that make a server without routes. */
public final class ServerAutoConfigurations {

	private ServerAutoConfigurations() {
	}

	public static AutoConfigurations all() {
		return AutoConfigurations.of(GradioWorkerAutoConfiguration.class, GradioStoreAutoConfiguration.class,
				GradioEndpointAutoConfiguration.class, GradioQueueAutoConfiguration.class,
				GradioSessionAutoConfiguration.class);
	}

}
