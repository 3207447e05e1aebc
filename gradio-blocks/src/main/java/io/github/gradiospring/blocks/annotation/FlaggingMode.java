package io.github.gradiospring.blocks.annotation;

/** When results are flagged. */
public enum FlaggingMode {

	/** When a user presses a button. */
	MANUAL,
	/** Always. */
	AUTO,
	/** Never. */
	NEVER

}
