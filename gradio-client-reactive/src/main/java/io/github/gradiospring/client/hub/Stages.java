package io.github.gradiospring.client.hub;

import java.util.Set;

import io.github.gradiospring.client.hub.SpaceStatus.Stage;

/**
 * What the Hub's stages mean for a caller. The names are those of
 * <code>huggingface_hub</code> and of JavaScript's client.
 */
final class Stages {

	/** While a new version is made ready, the old one answers. */
	private static final Set<String> RUNNING = Set.of("RUNNING", "RUNNING_BUILDING", "RUNNING_APP_STARTING");

	private static final Set<String> SLEEPING = Set.of("SLEEPING", "STOPPED");

	private static final Set<String> BUILDING = Set.of("BUILDING", "APP_STARTING");

	private static final Set<String> FAILED = Set.of("NO_APP_FILE", "CONFIG_ERROR", "BUILD_ERROR", "RUNTIME_ERROR",
			"DELETING");

	private Stages() {
	}

	static SpaceStatus status(String name) {
		return new SpaceStatus(stage(name), name);
	}

	private static Stage stage(String name) {
		if (RUNNING.contains(name)) {
			return Stage.RUNNING;
		}
		if (SLEEPING.contains(name)) {
			return Stage.SLEEPING;
		}
		if (BUILDING.contains(name)) {
			return Stage.BUILDING;
		}
		if (name.equals("PAUSED") || name.equals("PAUSING")) {
			return Stage.PAUSED;
		}
		return (FAILED.contains(name) || name.endsWith("_ERROR") || name.startsWith("DELET")) ? Stage.FAILED
				: Stage.UNKNOWN;
	}

}
