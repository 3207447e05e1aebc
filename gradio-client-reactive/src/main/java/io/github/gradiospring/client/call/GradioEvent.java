package io.github.gradiospring.client.call;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.message.CacheUse;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a job, in order: any number of {@link Queued}, one {@link Started}, any
 * number of {@link Progress}, {@link Log} and {@link Output}, then one {@link Completed}.
 * A job that fails ends its stream with an error instead.
 *
 * @param <T> the type of the result
 */
public sealed interface GradioEvent<T> {

	/**
	 * The job waits.
	 *
	 * @param rank how many are before it
	 * @param queueSize how many wait
	 * @param eta the time until it is done, {@code null} while the app cannot tell
	 * @param <T> the type of the result
	 */
	record Queued<T>(int rank, int queueSize, @Nullable Duration eta) implements GradioEvent<T> {
	}

	/**
	 * The job runs.
	 *
	 * @param eta the time until it is done, {@code null} while the app cannot tell
	 * @param <T> the type of the result
	 */
	record Started<T>(@Nullable Duration eta) implements GradioEvent<T> {
	}

	/**
	 * The job has come further.
	 *
	 * @param units the nested loops, outermost first
	 * @param <T> the type of the result
	 */
	record Progress<T>(List<ProgressUnit> units) implements GradioEvent<T> {
	}

	/**
	 * The job tells its caller something.
	 *
	 * @param message the text
	 * @param level its level
	 * @param title the heading
	 * @param duration how long a page shows it, {@code null} until it is closed
	 * @param visible whether a page shows it
	 * @param <T> the type of the result
	 */
	record Log<T>(String message, LogLevel level, String title, @Nullable Duration duration,
			boolean visible) implements GradioEvent<T> {
	}

	/**
	 * The job has produced a value, whole; more may follow.
	 *
	 * @param value the value, {@code null} when the app sent null or the endpoint has no
	 * output
	 * @param <T> the type of the result
	 */
	record Output<T>(@Nullable T value) implements GradioEvent<T> {
	}

	/**
	 * The job is done.
	 *
	 * @param value the last value, {@code null} when the app sent null or the endpoint
	 * has no output
	 * @param usedCache how much came from the app's cache, {@code null} for nothing
	 * @param <T> the type of the result
	 */
	record Completed<T>(@Nullable T value, @Nullable CacheUse usedCache) implements GradioEvent<T> {
	}

}
