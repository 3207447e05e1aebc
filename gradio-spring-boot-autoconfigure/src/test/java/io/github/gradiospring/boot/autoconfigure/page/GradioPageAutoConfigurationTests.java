package io.github.gradiospring.boot.autoconfigure.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.blocks.interfaces.FlaggedResult;
import io.github.gradiospring.blocks.interfaces.FlaggingCallback;
import io.github.gradiospring.blocks.interfaces.Interface;
import io.github.gradiospring.blocks.interfaces.InterfacePages;
import io.github.gradiospring.blocks.theme.Theme;
import io.github.gradiospring.boot.autoconfigure.server.GradioEndpointAutoConfiguration;
import io.github.gradiospring.boot.autoconfigure.server.GradioStoreAutoConfiguration;
import io.github.gradiospring.boot.autoconfigure.server.GradioWorkerAutoConfiguration;
import io.github.gradiospring.protocol.config.GradioConfig;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.page.FlatPage;
import io.github.gradiospring.server.page.PageModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import tools.jackson.databind.node.StringNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class GradioPageAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GradioEndpointAutoConfiguration.class,
				GradioStoreAutoConfiguration.class, GradioWorkerAutoConfiguration.class,
				GradioPageAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
		.withBean(Greeter.class);

	static class Greeter {

		@GradioEndpoint
		String greet(String name) {
			return "Hello " + name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InCode {

		@Bean
		Interface greeter() {
			return Interface.builder("greet").title("From a bean").build();
		}

		@Bean
		Theme theme() {
			return Theme.soft();
		}

	}

	private static GradioConfig config(AssertableReactiveWebApplicationContext context) {
		GradioConfig.Builder config = GradioConfig.builder();
		EndpointRegistry registry = context.getBean(EndpointRegistry.class);
		assertThat(registry.endpoints()).isNotEmpty();
		context.getBean(PageModel.class).render(registry, config);
		return config.build();
	}

	@Test
	void anInterfaceForEachEndpoint() {
		this.runner.run((context) -> {
			assertThat(config(context).mode()).isEqualTo("interface");
			assertThat(config(context).theme()).isEqualTo("default");
			assertThat(context.getBean(EndpointRegistry.class).find("greet_clear")).isPresent();
		});
	}

	@Test
	void beansShapeThePage() {
		this.runner.withUserConfiguration(InCode.class).run((context) -> {
			assertThat(config(context).title()).isEqualTo("From a bean");
			assertThat(config(context).theme()).isEqualTo("soft");
		});
	}

	@Test
	void aThemeByItsName() {
		this.runner.withPropertyValues("gradio.ui.theme=ocean")
			.run((context) -> assertThat(config(context).theme()).isEqualTo("ocean"));
		this.runner.withPropertyValues("gradio.ui.theme=sea")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("gradio.ui.theme")
				.hasMessageContaining("ocean"));
	}

	@Test
	void flaggedResultsGoToTheFolder(@TempDir Path folder) {
		this.runner.withPropertyValues("gradio.ui.flagging-directory=" + folder).run((context) -> {
			flag(context);
			assertThat(Files.readString(folder.resolve("greet/dataset1.csv")))
				.startsWith("name,output,timestamp\na,b,");
		});
	}

	@Test
	void flaggedResultsGoToTheCallback() {
		FlaggingCallback callback = Mockito.mock();
		this.runner.withBean(FlaggingCallback.class, () -> callback).run((context) -> {
			flag(context);
			Mockito.verify(callback).flag(Mockito.any(FlaggedResult.class));
		});
	}

	private static void flag(AssertableReactiveWebApplicationContext context) {
		GradioRequest request = new GradioRequest(HttpHeaders.EMPTY, new LinkedMultiValueMap<>(), "s", null, "", null);
		EndpointCall call = new EndpointCall(List.of(StringNode.valueOf("a"), StringNode.valueOf("b")), Map.of(), "e",
				request, Mockito.mock(), Mockito.mock());
		context.getBean(EndpointRegistry.class)
			.find("greet_flag")
			.orElseThrow()
			.function()
			.call(call)
			.blockLast(Duration.ofSeconds(20));
	}

	@Test
	void backsOff() {
		this.runner.withBean(PageModel.class, () -> new FlatPage(true))
			.run((context) -> assertThat(context).doesNotHaveBean(InterfacePages.class));
		this.runner.withPropertyValues("gradio.mode=server")
			.run((context) -> assertThat(context).doesNotHaveBean(InterfacePages.class));
		this.runner.withPropertyValues("gradio.ui.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(InterfacePages.class));
		this.runner.withClassLoader(new FilteredClassLoader(InterfacePages.class)).run((context) -> {
			assertThat(context).doesNotHaveBean(PageModel.class);
			assertThat(context.getBean(EndpointRegistry.class).endpoints()).hasSize(1);
		});
	}

}
