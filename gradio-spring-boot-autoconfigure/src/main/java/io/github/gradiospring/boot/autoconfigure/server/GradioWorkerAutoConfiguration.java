package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.server.endpoint.EndpointExecutor;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the worker that methods of
 * endpoints run on: the application's task executor, which has virtual threads where they
 * are enabled. An application whose own executors replace that one gets Reactor's workers
 * for blocking tasks.
 */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class)
@ConditionalOnClass(EndpointExecutor.class)
public final class GradioWorkerAutoConfiguration {

	/**
	 * The name of the {@link Scheduler} bean that methods of endpoints run on. A bean of
	 * this name replaces ours; its tasks must be interrupted when disposed of.
	 */
	public static final String WORKER_BEAN_NAME = "gradioWorker";

	@Bean(name = WORKER_BEAN_NAME, defaultCandidate = false)
	@ConditionalOnMissingBean(name = WORKER_BEAN_NAME)
	Scheduler gradioWorker(
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) ObjectProvider<AsyncTaskExecutor> taskExecutor) {
		AsyncTaskExecutor executor = taskExecutor.getIfAvailable();
		// The adapter makes tasks that can be interrupted, which a plain executor does
		// not
		return (executor != null) ? Schedulers.fromExecutorService(new ExecutorServiceAdapter(executor))
				: Schedulers.boundedElastic();
	}

}
