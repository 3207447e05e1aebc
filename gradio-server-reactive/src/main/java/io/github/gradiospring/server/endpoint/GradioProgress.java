package io.github.gradiospring.server.endpoint;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Reports progress to the caller, as {@code gr.Progress} in Python. A method parameter of
 * this type gets it. Reports are cheap: only the latest unread one is sent. May be called
 * from any thread; reports after the end of the call are ignored.
 */
public interface GradioProgress {

	/**
	 * Reports a fraction.
	 * @param fraction how much is done, from 0 to 1
	 * @param description what is being done, or {@code null}
	 */
	void report(double fraction, @Nullable String description);

	/**
	 * Reports a number of steps.
	 * @param index how many steps are done
	 * @param length how many steps there are, or {@code null} when unknown
	 * @param unit the unit of a step, by convention {@code steps}
	 * @param description what is being done, or {@code null}
	 */
	void report(long index, @Nullable Long length, String unit, @Nullable String description);

	/**
	 * Reports each element as it is taken. Loops over tracked elements may be nested; the
	 * caller sees a bar for each.
	 * @param elements the elements
	 * @param description what is being done, or {@code null}
	 * @param <T> the type of the elements
	 * @return the elements, tracked
	 */
	<T> Iterable<T> track(Collection<T> elements, @Nullable String description);

	/**
	 * Reports each element as it passes.
	 * @param elements the elements
	 * @param length how many there are, or {@code null} when unknown
	 * @param description what is being done, or {@code null}
	 * @param <T> the type of the elements
	 * @return the elements, tracked; ends as the source does
	 */
	<T> Flux<T> track(Flux<T> elements, @Nullable Long length, @Nullable String description);

}
