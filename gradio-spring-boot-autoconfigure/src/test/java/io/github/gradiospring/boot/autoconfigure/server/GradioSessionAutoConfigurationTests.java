package io.github.gradiospring.boot.autoconfigure.server;

import java.util.concurrent.CountDownLatch;

import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.GradioSessionListener;
import io.github.gradiospring.server.session.GradioSessions;
import io.github.gradiospring.server.session.SessionStateStore;
import io.github.gradiospring.server.session.TooManySessionsException;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link GradioSessionAutoConfiguration}.
 */
class GradioSessionAutoConfigurationTests {

	private final GradioQueue queue = mock(GradioQueue.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(ServerAutoConfigurations.all())
		.withBean(GradioQueue.class, () -> this.queue);

	@Test
	void clearsAwayWhatADisconnectedSessionLeaves() {
		given(this.queue.abandon("session")).willReturn(Mono.empty());
		ResultCache cache = mock(ResultCache.class);
		CountDownLatch told = new CountDownLatch(1);
		this.runner.withBean(ResultCache.class, () -> cache)
			.withBean(GradioSessionListener.class, () -> (session) -> told.countDown())
			.run((context) -> {
				SessionStateStore states = context.getBean(SessionStateStore.class);
				states.save("session", "name", "value").block();
				Disposable heartbeat = context.getBean(GradioSessions.class).connect("session").subscribe();
				assertThat(context.getBean(GradioSessions.class).size()).isOne();
				heartbeat.dispose();
				told.await();
				verify(this.queue).abandon("session");
				verify(cache).removeSession("session");
				StepVerifier.create(states.find("session", "name", String.class)).verifyComplete();
			});
	}

	@Test
	void limitsSessions() {
		this.runner.withPropertyValues("gradio.session.max-sessions=1").run((context) -> {
			GradioSessions sessions = context.getBean(GradioSessions.class);
			given(this.queue.abandon("first")).willReturn(Mono.empty());
			Disposable first = sessions.connect("first").subscribe();
			StepVerifier.create(sessions.connect("second")).verifyError(TooManySessionsException.class);
			first.dispose();
		});
	}

	@Test
	void closesSessionsBetweenTheQueueAndTheWebServer() {
		assertThat(GradioSessionsLifecycle.PHASE).isLessThan(GradioQueueLifecycle.PHASE)
			.isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
		given(this.queue.abandon("session")).willReturn(Mono.empty());
		this.runner.run((context) -> {
			GradioSessionsLifecycle lifecycle = context.getBean(GradioSessionsLifecycle.class);
			assertThat(lifecycle.getPhase()).isEqualTo(GradioSessionsLifecycle.PHASE);
			assertThat(lifecycle.isRunning()).isTrue();
			assertThat(lifecycle.isPauseable()).isFalse();
			StepVerifier.create(context.getBean(GradioSessions.class).connect("session"))
				.expectNextCount(1)
				.then(lifecycle::stop)
				.verifyComplete();
			assertThat(lifecycle.isRunning()).isFalse();
		});
	}

	@Test
	void backsOff() {
		GradioSessions own = mock(GradioSessions.class);
		this.runner.withBean(GradioSessions.class, () -> own).run((context) -> {
			assertThat(context.getBean(GradioSessions.class)).isSameAs(own);
			assertThat(context).doesNotHaveBean(GradioSessionsLifecycle.class);
		});
	}

	@Test
	void needsAServer() {
		new ApplicationContextRunner().withConfiguration(ServerAutoConfigurations.all())
			.withClassLoader(new FilteredClassLoader("io.github.gradiospring.server"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("gradioSessions"));
	}

}
