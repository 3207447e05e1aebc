package io.github.gradiospring.blocks.annotation;

/** How a page shows that an endpoint works. */
public enum ProgressDisplay {

	/** Over the outputs, with the place in the queue and the time. */
	FULL,
	/** The time alone. */
	MINIMAL,
	/** Not at all. */
	HIDDEN

}
