package io.github.gradiospring.client.hub;

/**
 * The state of a Space.
 *
 * @param stage the stage
 * @param detail the Hub's own name of it, such as <code>RUNNING_BUILDING</code>
 */
public record SpaceStatus(Stage stage, String detail) {

	/** What can be done with a Space. */
	public enum Stage {

		/** It answers. */
		RUNNING,
		/** It is woken by a request. */
		SLEEPING,
		/** It is made ready. */
		BUILDING,
		/** Its owner has stopped it. */
		PAUSED,
		/** It cannot run. */
		FAILED,
		/** The Hub says something else. */
		UNKNOWN

	}

}
