package io.github.gradiospring.boot.autoconfigure.page;

import io.github.gradiospring.blocks.interfaces.CsvFlaggingCallback;
import io.github.gradiospring.blocks.interfaces.FlaggingCallback;
import io.github.gradiospring.blocks.interfaces.Interface;
import io.github.gradiospring.blocks.interfaces.InterfacePages;
import io.github.gradiospring.blocks.theme.Theme;
import io.github.gradiospring.boot.autoconfigure.GradioProperties;
import io.github.gradiospring.boot.autoconfigure.GradioProperties.Ui;
import io.github.gradiospring.boot.autoconfigure.server.GradioEndpointAutoConfiguration;
import io.github.gradiospring.boot.autoconfigure.server.GradioWorkerAutoConfiguration;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.page.PageModel;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * Shows an interface for each public endpoint, unless the application has a
 * {@link PageModel} of its own or serves the API alone.
 */
@AutoConfiguration(before = GradioEndpointAutoConfiguration.class, after = GradioWorkerAutoConfiguration.class)
@ConditionalOnClass(InterfacePages.class)
@ConditionalOnProperty(prefix = "gradio", name = "mode", havingValue = "blocks", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "gradio.ui.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GradioProperties.class)
public final class GradioPageAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(PageModel.class)
	InterfacePages gradioInterfacePages(@Qualifier(GradioWorkerAutoConfiguration.WORKER_BEAN_NAME) Scheduler worker,
			GradioProperties properties, ObjectProvider<Interface> interfaces,
			ObjectProvider<FlaggingCallback> flagging, ObjectProvider<Theme> theme,
			ObjectProvider<EndpointExecutor> executor, ObjectProvider<FileStore> files, ResourceLoader resources) {
		Ui ui = properties.ui();
		InterfacePages.Builder builder = InterfacePages.builder()
			.worker(worker)
			.executor(executor::getObject)
			.files(files::getObject)
			.resources(ResourcePatternUtils.getResourcePatternResolver(resources))
			.theme(theme.getIfAvailable(() -> theme(ui)))
			.flagging(flagging.getIfAvailable(() -> new CsvFlaggingCallback(ui.flaggingDirectory())));
		interfaces.orderedStream().forEach(builder::add);
		return builder.build();
	}

	@Bean
	@ConditionalOnBean(InterfacePages.class)
	ExampleCaching gradioExampleCaching(InterfacePages pages) {
		return new ExampleCaching(pages);
	}

	private static Theme theme(Ui ui) {
		try {
			return Theme.named(ui.theme());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("gradio.ui.theme", ui.theme(), ex.getMessage());
		}
	}

}
