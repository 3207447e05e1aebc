package io.github.gradiospring.blocks.interfaces;

/**
 * Takes the results that users flag. A bean of this type replaces the
 * {@link CsvFlaggingCallback CSV files}.
 */
@FunctionalInterface
public interface FlaggingCallback {

	/**
	 * Takes a flagged result. It runs on a worker thread and may block.
	 * @param result the result
	 * @throws RuntimeException when it could not be kept; the page shows an error
	 */
	void flag(FlaggedResult result);

}
