package io.github.gradiospring.test.autoconfigure;

import io.github.gradiospring.test.mock.MockGradioServer;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Resets the servers of {@link AutoConfigureMockGradioServer} before each test; those
 * that a test has made itself are left alone.
 */
final class ResetMockGradioServersTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		AutoConfigureMockGradioServer annotation = TestContextAnnotationUtils
			.findMergedAnnotation(testContext.getTestClass(), AutoConfigureMockGradioServer.class);
		if (annotation == null) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		for (String client : annotation.value()) {
			context.getBean(MockGradioServerContextCustomizer.beanName(client), MockGradioServer.class).reset();
		}
	}

}
