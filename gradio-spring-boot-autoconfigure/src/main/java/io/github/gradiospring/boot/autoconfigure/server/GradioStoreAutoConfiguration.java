package io.github.gradiospring.boot.autoconfigure.server;

import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.LocalFileStore;
import io.github.gradiospring.server.queue.InMemoryQueueStore;
import io.github.gradiospring.server.queue.QueueStore;
import io.github.gradiospring.server.session.EventLog;
import io.github.gradiospring.server.session.InMemoryEventLog;
import io.github.gradiospring.server.session.InMemorySessionStateStore;
import io.github.gradiospring.server.session.SessionStateStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the stores: in the memory and on
 * the disk of this machine.
 */
@AutoConfiguration
@ConditionalOnClass(QueueStore.class)
@EnableConfigurationProperties(GradioProperties.class)
public final class GradioStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	QueueStore gradioQueueStore() {
		return new InMemoryQueueStore();
	}

	@Bean
	@ConditionalOnMissingBean
	EventLog gradioEventLog(GradioProperties properties) {
		return InMemoryEventLog.builder()
			.bufferSize(properties.sse().bufferSize())
			.readerTimeout(properties.sse().readerTimeout())
			.expiry(properties.sse().timeToLive())
			.maxChannels(properties.session().maxSessions())
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionStateStore gradioSessionStateStore(GradioProperties properties) {
		return new InMemorySessionStateStore(properties.session().maxSessions(), properties.session().timeout());
	}

	@Bean
	@ConditionalOnMissingBean
	FileStore gradioFileStore(GradioProperties properties) {
		LocalFileStore.Builder builder = LocalFileStore.builder();
		PropertyMapper map = PropertyMapper.get();
		GradioProperties.Files files = properties.files();
		map.from(files::directory).to(builder::parent);
		map.from(files::maxFileSize).as(DataSize::toBytes).to(builder::maxFileSize);
		map.from(files::maxTotalSize).as(DataSize::toBytes).to(builder::maxTotalSize);
		map.from(files::timeToLive).to(builder::timeToLive);
		map.from(files::allowedPaths).to(builder::allowedPaths);
		return builder.build();
	}

}
