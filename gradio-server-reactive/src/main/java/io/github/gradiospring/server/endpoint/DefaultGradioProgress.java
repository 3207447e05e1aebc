package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import io.github.gradiospring.protocol.message.ProgressUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Reports progress to all callers that share a run. Loops over tracked elements are kept
 * in a list, outermost first; each report sends the list as it is then.
 */
final class DefaultGradioProgress implements GradioProgress {

	private static final String UNIT = "steps";

	/** Nobody looks at more bars; loops that were left early must not pile up. */
	private static final int MAX_LOOPS = 16;

	private final List<EndpointExecutor.Reports> reports;

	private final List<Loop> loops = new ArrayList<>();

	DefaultGradioProgress(List<EndpointExecutor.Reports> reports) {
		this.reports = reports;
	}

	@Override
	public void report(double fraction, @Nullable String description) {
		send(new ProgressUnit(null, null, UNIT, fraction, description));
	}

	@Override
	public void report(long index, @Nullable Long length, String unit, @Nullable String description) {
		send(new ProgressUnit(index, length, unit, null, description));
	}

	@Override
	public <T> Iterable<T> track(Collection<T> elements, @Nullable String description) {
		return () -> new TrackedIterator<>(elements.iterator(),
				start((long) elements.size(), description, Thread.currentThread()));
	}

	@Override
	public <T> Flux<T> track(Flux<T> elements, @Nullable Long length, @Nullable String description) {
		return Flux.defer(() -> {
			Loop loop = start(length, description, null);
			return elements.doOnNext((element) -> advance(loop)).doFinally((signal) -> end(loop));
		});
	}

	private Loop start(@Nullable Long length, @Nullable String description, @Nullable Thread owner) {
		Loop loop = new Loop(length, description, owner);
		synchronized (this.loops) {
			if (this.loops.size() == MAX_LOOPS) {
				this.loops.remove(0);
			}
			this.loops.add(loop);
		}
		send(null);
		return loop;
	}

	private void advance(Loop loop) {
		synchronized (this.loops) {
			loop.index++;
			endInner(loop);
		}
		send(null);
	}

	/** A step is over, and so are the loops that it left early. */
	private void endInner(Loop loop) {
		int next = this.loops.indexOf(loop) + 1;
		if (loop.owner != null && next > 0) {
			this.loops.subList(next, this.loops.size()).removeIf((inner) -> inner.owner == loop.owner);
		}
	}

	private void end(Loop loop) {
		synchronized (this.loops) {
			this.loops.remove(loop);
		}
	}

	private void send(@Nullable ProgressUnit innermost) {
		List<ProgressUnit> units = new ArrayList<>();
		synchronized (this.loops) {
			this.loops.forEach((loop) -> units.add(loop.unit()));
		}
		if (innermost != null) {
			units.add(innermost);
		}
		this.reports.forEach((report) -> report.progress(units));
	}

	private static final class Loop {

		private final @Nullable Long length;

		private final @Nullable String description;

		/** The thread of a plain loop; a Flux says itself when it ends. */
		private final @Nullable Thread owner;

		private long index;

		private Loop(@Nullable Long length, @Nullable String description, @Nullable Thread owner) {
			this.length = length;
			this.description = description;
			this.owner = owner;
		}

		private ProgressUnit unit() {
			return new ProgressUnit(this.index, this.length, UNIT, null, this.description);
		}

	}

	/** An element counts as done when the next one is asked for. */
	private final class TrackedIterator<T> implements Iterator<T> {

		private final Iterator<T> elements;

		private final Loop loop;

		private boolean open;

		private boolean ended;

		private TrackedIterator(Iterator<T> elements, Loop loop) {
			this.elements = elements;
			this.loop = loop;
		}

		@Override
		public boolean hasNext() {
			finishStep();
			boolean next = this.elements.hasNext();
			if (!next && !this.ended) {
				this.ended = true;
				end(this.loop);
			}
			return next;
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			T element = this.elements.next();
			this.open = true;
			return element;
		}

		private void finishStep() {
			if (this.open) {
				this.open = false;
				advance(this.loop);
			}
		}

	}

}
