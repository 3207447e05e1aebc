package io.github.gradiospring.boot.autoconfigure.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import io.github.gradiospring.server.endpoint.EndpointExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GradioWorkerAutoConfiguration}.
 */
class GradioWorkerAutoConfigurationTests {

	private static final String NAME = GradioWorkerAutoConfiguration.WORKER_BEAN_NAME;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioWorkerAutoConfiguration.class));

	private final ApplicationContextRunner taskExecutionRunner = this.runner
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class));

	@Test
	void runsTasksOnTheTaskExecutorOfTheApplication() {
		this.taskExecutionRunner.withPropertyValues("spring.task.execution.thread-name-prefix=own-")
			.run((context) -> assertThat(threadName(context.getBean(NAME, Scheduler.class))).startsWith("own-"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsTasksOnVirtualThreadsWhenTheyAreEnabled() {
		this.taskExecutionRunner
			.withPropertyValues("spring.threads.virtual.enabled=true",
					"spring.task.execution.thread-name-prefix=virtual-")
			.run((context) -> assertThat(threadName(context.getBean(NAME, Scheduler.class))).startsWith("virtual-"));
	}

	@Test
	void runsTasksOnReactorsWorkersWithoutTaskExecutor() {
		this.runner.run((context) -> assertThat(context.getBean(NAME)).isSameAs(Schedulers.boundedElastic()));
	}

	@Test
	void runsTasksOnReactorsWorkersWhenOtherExecutorsReplaceThatOfTheApplication() {
		this.taskExecutionRunner.withBean("first", Executor.class, SyncTaskExecutor::new)
			.withBean("second", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withBean("timer", ThreadPoolTaskScheduler.class, ThreadPoolTaskScheduler::new)
			.run((context) -> assertThat(context.getBean(NAME)).isSameAs(Schedulers.boundedElastic()));
	}

	@Test
	void choosesTheTaskExecutorOfTheApplicationAmongSeveral() {
		this.runner.withBean("other", ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::new)
			.withBean("applicationTaskExecutor", SimpleAsyncTaskExecutor.class,
					() -> new SimpleAsyncTaskExecutor("app-"))
			.run((context) -> assertThat(threadName(context.getBean(NAME, Scheduler.class))).startsWith("app-"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "simple" })
	void disposingOfATaskInterruptsIt(String kind) {
		ApplicationContextRunner runner = kind.equals("pool") ? this.taskExecutionRunner : this.runner
			.withBean("applicationTaskExecutor", SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new);
		runner.run((context) -> {
			CountDownLatch started = new CountDownLatch(1);
			CountDownLatch interrupted = new CountDownLatch(1);
			Disposable task = context.getBean(NAME, Scheduler.class).schedule(() -> {
				started.countDown();
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					interrupted.countDown();
				}
			});
			started.await();
			task.dispose();
			interrupted.await();
		});
	}

	@Test
	void backsOffToABeanOfThatName() {
		this.taskExecutionRunner.withBean(NAME, Scheduler.class, Schedulers::immediate)
			.run((context) -> assertThat(context.getBean(NAME)).isSameAs(Schedulers.immediate()));
	}

	@Test
	void isNoCandidateForOtherSchedulers() {
		this.runner.withBean("application", Scheduler.class, Schedulers::immediate)
			.run((context) -> assertThat(context.getBeanProvider(Scheduler.class).getObject())
				.isSameAs(Schedulers.immediate()));
	}

	@Test
	void needsAServer() {
		this.runner.withClassLoader(new FilteredClassLoader(EndpointExecutor.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Scheduler.class));
	}

	private static String threadName(Scheduler scheduler) {
		return Mono.fromSupplier(() -> Thread.currentThread().getName())
			.subscribeOn(scheduler)
			.block(Duration.ofSeconds(10));
	}

}
