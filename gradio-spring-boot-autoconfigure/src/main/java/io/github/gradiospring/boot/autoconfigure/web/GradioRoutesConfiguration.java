package io.github.gradiospring.boot.autoconfigure.web;

import java.util.Locale;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.InputValidator;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.PageModel;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.session.GradioSessionListener;
import io.github.gradiospring.server.session.GradioSessions;
import io.github.gradiospring.server.web.CallStatistics;
import io.github.gradiospring.server.web.GradioRoutes;
import io.github.gradiospring.server.web.PageAssets;
import io.github.gradiospring.server.web.WebOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The routes, wherever they are mounted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(GradioRoutes.class)
class GradioRoutesConfiguration {

	@Bean
	GradioRoutes gradioRoutes(GradioProperties properties, EndpointRegistry registry, GradioQueue queue,
			EndpointExecutor executor, InputValidator validator, EventLog eventLog, FileStore files,
			GradioSessions sessions, ObjectProvider<GradioSessionListener> listeners,
			ObjectProvider<CallStatistics> statistics, ObjectProvider<PageModel> page,
			ObjectProvider<PageAssets> assets) {
		GradioRoutes.Builder builder = GradioRoutes.builder()
			.options(options(properties))
			.registry(registry)
			.queue(queue)
			.executor(executor)
			.validator(validator)
			.eventLog(eventLog)
			.files(files)
			.sessions(sessions)
			.sessionListeners(listeners.stream().findAny().isPresent());
		statistics.ifAvailable(builder::statistics);
		page.ifAvailable(builder::page);
		builder.assets(assets.getIfAvailable(Frontend::find));
		return builder.build();
	}

	private static WebOptions options(GradioProperties properties) {
		@Nullable DataSize maxFileSize = properties.files().maxFileSize();
		return WebOptions.builder()
			.path(properties.path())
			.rootUrl(properties.rootUrl())
			.title(properties.title())
			.mode(properties.mode().name().toLowerCase(Locale.ROOT))
			.showErrors(properties.showErrors())
			.apiOpen(properties.apiOpen())
			.strictCors(properties.strictCors())
			.heartbeatInterval(properties.sse().heartbeatInterval())
			.maxFileSize((maxFileSize != null) ? maxFileSize.toBytes() : 0)
			.maxBodySize(Math.toIntExact(properties.maxBodySize().toBytes()))
			.monitoring(properties.monitoring().enabled())
			.ui(PageProperties.options(properties.ui()))
			.build();
	}

}
