package io.github.gradiospring.server.endpoint;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A value of the caller's session, for a parameter annotated with {@code @GradioState}.
 * What is set is kept when the call has produced its next result or has ended well. Calls
 * of one session may run at the same time; the last one to set a value wins.
 *
 * @param <T> the type of the value
 */
public interface StateValue<T> {

	/**
	 * The value: what the session has, else the declared initial value.
	 * @return the value, {@code null} when there is neither
	 */
	@Nullable T get();

	/**
	 * Sets the value.
	 * @param value the new value, {@code null} to go back to the initial value
	 */
	void set(@Nullable T value);

	/**
	 * Replaces the value by what the operator makes of it.
	 * @param operator gets the value and returns the new one
	 * @return the new value
	 */
	default @Nullable T update(UnaryOperator<@Nullable T> operator) {
		T updated = operator.apply(get());
		set(updated);
		return updated;
	}

}
