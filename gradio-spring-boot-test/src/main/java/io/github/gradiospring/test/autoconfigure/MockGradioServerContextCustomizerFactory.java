package io.github.gradiospring.test.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Looks for {@link AutoConfigureMockGradioServer}. */
final class MockGradioServerContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		AutoConfigureMockGradioServer annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureMockGradioServer.class);
		return (annotation != null) ? new MockGradioServerContextCustomizer(List.of(annotation.value())) : null;
	}

}
