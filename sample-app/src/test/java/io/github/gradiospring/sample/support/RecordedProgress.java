package io.github.gradiospring.sample.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.gradiospring.server.endpoint.GradioProgress;
import reactor.core.publisher.Flux;

/** Keeps what is reported, as fractions. */
public class RecordedProgress implements GradioProgress {

	private final List<Double> fractions = new ArrayList<>();

	public List<Double> fractions() {
		return this.fractions;
	}

	@Override
	public void report(double fraction, String description) {
		this.fractions.add(fraction);
	}

	@Override
	public void report(long index, Long length, String unit, String description) {
		this.fractions.add((double) index / length);
	}

	@Override
	public <T> Iterable<T> track(Collection<T> elements, String description) {
		return elements;
	}

	@Override
	public <T> Flux<T> track(Flux<T> elements, Long length, String description) {
		return elements.index((index, element) -> {
			report(index + 1, length, "steps", description);
			return element;
		});
	}

}
