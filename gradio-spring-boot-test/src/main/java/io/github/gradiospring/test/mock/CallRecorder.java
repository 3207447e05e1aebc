package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.gradiospring.server.endpoint.DefaultInputValidator;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.file.FileStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Stands where every call comes in, by whatever route: records it, and finds the answer
 * for it.
 */
final class CallRecorder implements InputValidator {

	/** A test that makes more calls than this does not look at each. */
	static final int MAX_CALLS = 10_000;

	private final InputValidator validator = new DefaultInputValidator();

	private final FileStore files;

	private final Function<Endpoint, Answer> answers;

	/** All calls, and those that nobody has taken yet. */
	private final BlockingDeque<MockCall> calls = new LinkedBlockingDeque<>();

	private final BlockingDeque<MockCall> untaken = new LinkedBlockingDeque<>();

	/** By identity; a call that is cancelled before it runs is forgotten with it. */
	private final Cache<GradioRequest, Arrived> arrived = Caffeine.newBuilder().weakKeys().build();

	CallRecorder(FileStore files, Function<Endpoint, Answer> answers) {
		this.files = files;
		this.answers = answers;
	}

	@Override
	public Mono<Void> validate(Endpoint endpoint, List<JsonNode> data, GradioRequest request) {
		return Mono.defer(() -> {
			MockCall call = new MockCall(endpoint, data, request, this.files);
			record(this.calls, call);
			record(this.untaken, call);
			return this.validator.validate(endpoint, data, request)
				.then(Mono.defer(() -> answer(endpoint, call, request)));
		});
	}

	private static void record(BlockingDeque<MockCall> calls, MockCall call) {
		calls.addLast(call);
		if (calls.size() > MAX_CALLS) {
			calls.pollFirst();
		}
	}

	private Mono<Void> answer(Endpoint endpoint, MockCall call, GradioRequest request) {
		Answer answer = this.answers.apply(endpoint);
		if (answer.refusal() != null) {
			return Mono.error(answer.refusal());
		}
		this.arrived.put(request, new Arrived(call, answer));
		return Mono.empty();
	}

	/** The call that a request has made, {@code null} when it was not accepted. */
	@Nullable Arrived find(GradioRequest request) {
		return this.arrived.getIfPresent(request);
	}

	List<MockCall> calls() {
		return List.copyOf(this.calls);
	}

	@Nullable MockCall take(Duration timeout) {
		try {
			return this.untaken.pollFirst(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	void clear() {
		this.calls.clear();
		this.untaken.clear();
	}

	/**
	 * A call that was accepted.
	 *
	 * @param call the call
	 * @param answer what becomes of it
	 */
	record Arrived(MockCall call, Answer answer) {
	}

}
