package io.github.gradiospring.interop.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioEvent.Completed;
import io.github.gradiospring.client.call.GradioEvent.Log;
import io.github.gradiospring.client.call.GradioEvent.Output;
import io.github.gradiospring.client.call.GradioEvent.Progress;
import io.github.gradiospring.client.call.GradioEvent.Queued;
import io.github.gradiospring.client.call.GradioEvent.Started;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.ProgressUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Cases 13 and 14: jobs that run while their caller does something else. */
abstract class StatusCases extends ClientCases {

	StatusCases(Server server) {
		super(server);
	}

	@Test
	void case13_submitDoesNotWait() {
		GradioJob<String> job = client(Profile.MAIN).endpoint("/spell").inputs("abcdefgh").submit(String.class);
		assertThat(job.status().state().isOver()).isFalse();
		await().atMost(LIMIT).until(() -> job.status().state() == State.ITERATING);
		assertThat(job.result().block(LIMIT)).isEqualTo("abcdefgh");
		assertThat(job.status().state()).isEqualTo(State.FINISHED);
		assertThat(job.outputs()).hasSize(8).startsWith("a", "ab").endsWith("abcdefgh");
		assertThat(job.cancel().block(LIMIT)).isFalse();
		assertThat(job.result().block(LIMIT)).isEqualTo("abcdefgh");
	}

	@Test
	void case13_waitingForTheResultMayEndEarlier() {
		GradioJob<Double> job = client(Profile.MAIN).endpoint("/sleep").inputs(1).submit(Double.class);
		assertThatThrownBy(() -> job.result().timeout(Duration.ofMillis(50)).block(LIMIT))
			.hasCauseInstanceOf(TimeoutException.class);
		assertThat(job.result().block(LIMIT)).isEqualTo(1);
	}

	@Test
	void case13_callbacks() throws InterruptedException {
		GradioJob<String> job = client(Profile.MAIN).endpoint("/spell").inputs("abc").submit(String.class);
		List<GradioEvent<String>> events = new ArrayList<>();
		CountDownLatch done = new CountDownLatch(1);
		job.events().doFinally((signal) -> done.countDown()).subscribe(events::add);
		assertThat(done.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(events).contains(new Output<>("ab")).last().isEqualTo(new Completed<>("abc", null));
		StepVerifier.create(job.events()).thenConsumeWhile((event) -> true).expectComplete().verify(LIMIT);
	}

	@Test
	void case13_aSlowSubscriberHoldsUpNobodyElse() {
		GradioClient client = client(Profile.MAIN);
		StepVerifier.create(client.endpoint("/spell").inputs("abcd").stream(String.class), 1)
			.expectNext("a")
			.then(() -> {
				assertThat(client.endpoint("/count").inputs(4).stream(String.class).collectList().block(LIMIT))
					.containsExactly("0", "1", "2", "3");
				stillWorks(client, "/fast", "x", "fast:x");
			})
			.thenRequest(Long.MAX_VALUE)
			.expectNext("ab", "abc", "abcd")
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void case14_rankSizeAndEta() {
		GradioClient client = client(Profile.MAIN);
		client.endpoint("/sleep").inputs(0.3).retrieve(Double.class).block(LIMIT);
		List<List<GradioEvent<Double>>> jobs = Flux.range(0, 3)
			.flatMapSequential((i) -> client.endpoint("/sleep").inputs(0.5).events(Double.class).collectList())
			.collectList()
			.block(LIMIT);
		var waits = jobs.stream().flatMap((events) -> all(events, Queued.class).stream()).toList();
		assertThat(waits).extracting((wait) -> wait.rank()).contains(0, 1);
		assertThat(waits).extracting((wait) -> wait.queueSize()).contains(2);
		assertThat(waits).filteredOn((wait) -> wait.rank() == 1)
			.allSatisfy((wait) -> assertThat(wait.eta()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1)));
		assertThat(jobs).allSatisfy((events) -> {
			assertThat(all(events, Started.class)).hasSize(1);
			assertThat(events).first().isInstanceOf(Queued.class);
			assertThat(events).last().isEqualTo(new Completed<>(0.5, null));
		});
	}

	@Test
	void case14_statusOfAWaitingJob() {
		GradioClient client = client(Profile.MAIN);
		GradioJob<Double> first = client.endpoint("/sleep").inputs(1).submit(Double.class);
		await().atMost(LIMIT).until(() -> first.status().state() == State.PROCESSING);
		GradioJob<Double> second = client.endpoint("/sleep").inputs(0.1).submit(Double.class);
		await().atMost(LIMIT).until(() -> second.status().state() == State.QUEUED);
		JobStatus status = second.status();
		assertThat(status.rank()).isZero();
		assertThat(status.queueSize()).isEqualTo(1);
		assertThat(second.result().block(LIMIT)).isEqualTo(0.1);
		assertThat(second.status().rank()).isNull();
	}

	@Test
	void case14_progress() {
		List<GradioEvent<String>> events = client(Profile.MAIN).endpoint("/progress")
			.inputs("x")
			.events(String.class)
			.collectList()
			.block(LIMIT);
		List<ProgressUnit> units = events.stream()
			.filter(Progress.class::isInstance)
			.flatMap((event) -> ((Progress<String>) event).units().stream())
			.toList();
		assertThat(units).extracting(ProgressUnit::desc).contains("Starting...");
		assertThat(units).filteredOn((unit) -> unit.length() != null).isNotEmpty().allSatisfy((unit) -> {
			assertThat(unit.length().intValue()).isEqualTo(10);
			assertThat(unit.unit()).isEqualTo("steps");
		});
		assertThat(events).last().isEqualTo(new Completed<>("x", null));
	}

	@Test
	void case14_logs() {
		List<GradioEvent<String>> events = client(Profile.MAIN).endpoint("/logs")
			.inputs("x")
			.events(String.class)
			.collectList()
			.block(LIMIT);
		assertThat(events).filteredOn(Log.class::isInstance)
			.containsExactly(new Log<>("an info", LogLevel.INFO, "Info title", Duration.ofSeconds(5), true),
					new Log<>("a warning", LogLevel.WARNING, "Warning", Duration.ofSeconds(10), false),
					new Log<>("a success", LogLevel.SUCCESS, "Success", Duration.ofSeconds(10), true));
	}

	private static <E> List<E> all(List<? extends GradioEvent<?>> events, Class<E> type) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
