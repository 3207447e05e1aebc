package io.github.gradiospring.protocol.config;

/**
 * What a dependency is besides a function.
 *
 * @param generator whether it may send several values
 * @param cancel whether it only cancels others
 */
public record DependencyTypes(boolean generator, boolean cancel) {

	/**
	 * A plain function.
	 */
	public static final DependencyTypes FUNCTION = new DependencyTypes(false, false);

	/**
	 * A generator.
	 */
	public static final DependencyTypes GENERATOR = new DependencyTypes(true, false);

	/**
	 * A listener that only cancels others.
	 */
	public static final DependencyTypes CANCEL = new DependencyTypes(false, true);

}
