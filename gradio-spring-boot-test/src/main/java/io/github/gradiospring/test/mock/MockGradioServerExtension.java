package io.github.gradiospring.test.mock;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link MockGradioServer} as a parameter: one for the class, whose answers
 * and calls are forgotten before each test.
 *
 * <pre class="code">
 * &#64;ExtendWith(MockGradioServerExtension.class)
 * class GreeterTests {
 *
 *     &#64;Test
 *     void greets(MockGradioServer server) {
 *         server.endpoint("/greet").parameter("name").returns("Hello");
 *         ...
 *     }
 *
 * }
 * </pre>
 */
public final class MockGradioServerExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(MockGradioServerExtension.class);

	@Override
	public void beforeAll(ExtensionContext context) {
		server(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		server(context).reset();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == MockGradioServer.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return server(context);
	}

	/** JUnit closes what its store holds. */
	private static MockGradioServer server(ExtensionContext context) {
		return context.getStore(NAMESPACE)
			.computeIfAbsent(MockGradioServer.class, (key) -> MockGradioServer.start(), MockGradioServer.class);
	}

}
