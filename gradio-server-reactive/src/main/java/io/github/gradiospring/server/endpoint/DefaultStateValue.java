package io.github.gradiospring.server.endpoint;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/** A value of a session as one call sees it. */
final class DefaultStateValue implements StateValue<Object> {

	private final StateDeclaration declaration;

	private final AtomicBoolean changed = new AtomicBoolean();

	private volatile @Nullable Object value;

	DefaultStateValue(StateDeclaration declaration, @Nullable Object stored) {
		this.declaration = declaration;
		this.value = (stored != null) ? stored : declaration.initialValue().get();
	}

	String name() {
		return this.declaration.name();
	}

	@Override
	public @Nullable Object get() {
		return this.value;
	}

	@Override
	public void set(@Nullable Object value) {
		if (!this.declaration.writable()) {
			throw new IllegalStateException("The state '%s' is only read here".formatted(name()));
		}
		this.value = (value != null) ? value : this.declaration.initialValue().get();
		this.changed.set(true);
	}

	/** Whether it was set since the last time somebody asked. */
	boolean takeChanged() {
		return this.changed.getAndSet(false);
	}

}
