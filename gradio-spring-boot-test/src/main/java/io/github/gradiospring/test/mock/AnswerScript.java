package io.github.gradiospring.test.mock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.test.mock.Answer.Step;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * The answers of an endpoint, and the one that is being written. Guarded by the lock of
 * the {@link MockEndpoint}.
 */
final class AnswerScript {

	private final Deque<Answer> answers = new ArrayDeque<>();

	private final List<Integer> ranks = new ArrayList<>();

	private final List<Step> steps = new ArrayList<>();

	private final List<MockHold> holds = new ArrayList<>();

	void rank(int rank) {
		this.ranks.add(rank);
	}

	void step(Step step) {
		this.steps.add(step);
	}

	void hold(MockHold hold) {
		this.holds.add(hold);
		// The test's thread goes on with the test
		step((call) -> hold.pass().publishOn(Schedulers.boundedElastic()).thenMany(Flux.empty()));
	}

	void end(@Nullable RuntimeException refusal) {
		this.answers.add(new Answer(refusal, this.ranks, this.steps));
		this.ranks.clear();
		this.steps.clear();
	}

	/** The answer of the next call; an error when there is none. */
	Answer next(String otherwise) {
		Answer answer = (this.answers.size() > 1) ? this.answers.poll() : this.answers.peek();
		return (answer != null) ? answer
				: new Answer(null, List.of(), List.of((call) -> Flux.error(new GradioException(otherwise))));
	}

	void reset() {
		this.answers.clear();
		this.ranks.clear();
		this.steps.clear();
		this.holds.forEach(MockHold::release);
		this.holds.clear();
	}

}
