package io.github.gradiospring.blocks.annotation;

/**
 * Whether the results of examples are kept, so that a page can show them together with
 * the inputs.
 */
public enum ExampleCache {

	/** Choosing an example fills the inputs, nothing more. */
	NONE,
	/** All examples are run when the application is ready. */
	EAGER,
	/** An example is run when somebody chooses it for the first time. */
	LAZY

}
