package io.github.gradiospring.client.hub;

import java.net.URI;
import java.time.Duration;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.hub.SpaceStatus.Stage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import org.springframework.web.reactive.function.client.WebClient;

/** Asks for the state of a Space, less and less often, until it runs or will not. */
final class SpaceMonitor {

	private static final Duration FIRST_POLL = Duration.ofSeconds(1);

	private static final Duration SLOWEST_POLL = Duration.ofSeconds(10);

	/** A Space is built and started within this time, or something is wrong. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final Duration WAKE_TIMEOUT = Duration.ofSeconds(10);

	private static final int RETRIES = 3;

	private final HubApi api;

	private final WebClient webClient;

	private final @Nullable String token;

	private final Scheduler scheduler;

	SpaceMonitor(HubApi api, WebClient.Builder webClient, @Nullable String token, Scheduler scheduler) {
		this.api = api;
		this.webClient = webClient.clone().build();
		this.token = token;
		this.scheduler = scheduler;
	}

	Flux<SpaceStatus> follow(String name, Mono<URI> root) {
		Mono<Void> tooLate = Mono.delay(PATIENCE, this.scheduler)
			.then(Mono.error(() -> new NotAGradioAppException(
					"The Space %s did not start within %d minutes.".formatted(name, PATIENCE.toMinutes()))));
		return Mono.defer(() -> stage(name))
			.map((status) -> new Poll(status, FIRST_POLL))
			.expand((poll) -> again(poll, name, root))
			.map(Poll::status)
			.distinctUntilChanged()
			.takeUntilOther(tooLate);
	}

	private Mono<Poll> again(Poll poll, String name, Mono<URI> root) {
		Stage stage = poll.status().stage();
		if (stage != Stage.SLEEPING && stage != Stage.BUILDING) {
			return Mono.empty();
		}
		Duration twice = poll.pause().multipliedBy(2);
		Duration next = (twice.compareTo(SLOWEST_POLL) < 0) ? twice : SLOWEST_POLL;
		Mono<Void> wake = (stage == Stage.SLEEPING) ? wake(root) : Mono.empty();
		return wake.then(Mono.defer(() -> stage(name)).delaySubscription(poll.pause(), this.scheduler))
			.map((status) -> new Poll(status, next));
	}

	private Mono<SpaceStatus> stage(String name) {
		return this.api.get("spaces/" + name + "/runtime")
			.map((runtime) -> Stages.status(runtime.path("stage").asString("")))
			// One bad answer in a quarter of an hour says nothing of the Space
			.retryWhen(Retry.backoff(RETRIES, FIRST_POLL)
				.scheduler(this.scheduler)
				.filter(SpaceMonitor::isPassing)
				.onRetryExhaustedThrow((spec, signal) -> signal.failure()));
	}

	private static boolean isPassing(Throwable failure) {
		return failure instanceof ConnectionLostException
				|| (failure instanceof ServerFailureException answer && answer.getStatus().is5xxServerError());
	}

	/** Any request for its page wakes a Space; what it answers does not matter. */
	private Mono<Void> wake(Mono<URI> root) {
		return root.flatMap((uri) -> this.webClient.get().uri(uri).headers((headers) -> {
			if (this.token != null) {
				headers.setBearerAuth(this.token);
			}
		}).exchangeToMono((response) -> response.releaseBody()))
			.timeout(WAKE_TIMEOUT, this.scheduler)
			.onErrorComplete();
	}

	/**
	 * An answer, and when to ask again.
	 *
	 * @param status the answer
	 * @param pause the time until the next question
	 */
	private record Poll(SpaceStatus status, Duration pause) {
	}

}
