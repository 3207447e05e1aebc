package io.github.gradiospring.boot.autoconfigure.client;

import java.util.Map;

import io.github.gradiospring.boot.autoconfigure.client.tools.Greeter;
import io.github.gradiospring.client.GradioClient;
import org.junit.jupiter.api.Test;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;

/** The clients of an application that was processed ahead of time. */
class GradioClientAotTests {

	@Test
	@CompileWithForkedClassLoader
	@SuppressWarnings("unchecked")
	void areThereAheadOfTime() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		setAddress(context, "http://localhost:1");
		context.register(Application.class);
		TestGenerationContext generation = new TestGenerationContext();
		var initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			ApplicationContextInitializer<GenericApplicationContext> generated = compiled
				.getInstance(ApplicationContextInitializer.class, initializer.toString());
			try (GenericApplicationContext fresh = new GenericApplicationContext()) {
				setAddress(fresh, "http://localhost:2");
				generated.initialize(fresh);
				fresh.refresh();
				assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(fresh.getBeanFactory(), GradioClient.class,
						"greeter"))
					.isSameAs(fresh.getBean("greeterGradioClient"));
				assertThat(fresh.getBean(GradioClientsProperties.class).client().get("greeter").url())
					.isEqualTo("http://localhost:2");
				assertThat(fresh.getBean(Greeter.class)).isNotNull();
			}
		});
	}

	private static void setAddress(GenericApplicationContext context, String url) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("gradio.client.greeter.url", url)));
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Greeter.class)
	@ImportAutoConfiguration({ GradioClientAutoConfiguration.class, GradioExchangeAutoConfiguration.class })
	static class Application {

	}

}
