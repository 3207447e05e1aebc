package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.endpoint.ResultCache;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.DefaultGradioSessions;
import io.github.gradiospring.server.session.GradioSessionListener;
import io.github.gradiospring.server.session.GradioSessions;
import io.github.gradiospring.server.session.SessionCleanup;
import io.github.gradiospring.server.session.SessionCleanup.SessionEnd;
import io.github.gradiospring.server.session.SessionStateStore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the sessions, and of what is
 * cleared away when one ends.
 */
@AutoConfiguration(after = GradioQueueAutoConfiguration.class)
@ConditionalOnClass(GradioSessions.class)
@ConditionalOnMissingBean(GradioSessions.class)
@EnableConfigurationProperties(GradioProperties.class)
public final class GradioSessionAutoConfiguration {

	/** A session that has expired may still have a client that waits for its results. */
	@Bean
	@Order(0)
	SessionCleanup gradioQueueCleanup(GradioQueue queue) {
		return (session, end) -> (end == SessionEnd.DISCONNECTED) ? queue.abandon(session) : Mono.empty();
	}

	@Bean
	@Order(0)
	SessionCleanup gradioResultCacheCleanup(ResultCache cache) {
		return (session, end) -> Mono.fromRunnable(() -> cache.removeSession(session));
	}

	@Bean
	DefaultGradioSessions gradioSessions(SessionStateStore states, GradioProperties properties,
			@Qualifier(GradioWorkerAutoConfiguration.WORKER_BEAN_NAME) Scheduler worker,
			ObjectProvider<SessionCleanup> cleanups, ObjectProvider<GradioSessionListener> listeners) {
		DefaultGradioSessions.Builder builder = DefaultGradioSessions.builder(states)
			.maxSessions(properties.session().maxSessions())
			.heartbeat(properties.sse().heartbeatInterval())
			.workers(worker);
		cleanups.orderedStream().forEach(builder::cleanup);
		listeners.orderedStream().forEach(builder::listener);
		return builder.build();
	}

	@Bean
	GradioSessionsLifecycle gradioSessionsLifecycle(DefaultGradioSessions sessions) {
		return new GradioSessionsLifecycle(sessions);
	}

}
