package io.github.gradiospring.sample.support;

import io.github.gradiospring.server.endpoint.StateValue;

/** A state of nobody's session. */
public class SimpleState<T> implements StateValue<T> {

	private T value;

	@Override
	public T get() {
		return this.value;
	}

	@Override
	public void set(T value) {
		this.value = value;
	}

}
