package io.github.gradiospring.interop.browser;

import java.util.List;

import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Gives a test its {@link BrowserSession}: one browser for all tests of this process,
 * fresh profiles for each. A test in whose pages something went wrong fails in the end.
 */
final class BrowserExtension implements BeforeEachCallback, ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	/** Not when a parameter is resolved: there, a test could not be skipped. */
	@Override
	public void beforeEach(ExtensionContext context) {
		// the root's values are closed when all tests are over
		Browser browser = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Browser.class, (key) -> Browser.start(), Browser.class);
		context.getStore(NAMESPACE)
			.put(BrowserSession.class, new BrowserSession(browser,
					context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == BrowserSession.class;
	}

	@Override
	public BrowserSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(NAMESPACE).get(BrowserSession.class, BrowserSession.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		BrowserSession session = context.getStore(NAMESPACE).get(BrowserSession.class, BrowserSession.class);
		if (session == null) {
			return;
		}
		try {
			context.getExecutionException()
				.ifPresentOrElse((failure) -> explain(failure, session), () -> check(session));
		}
		finally {
			session.close();
		}
	}

	private static void check(BrowserSession session) {
		List<String> surprises = session.surprises();
		if (!surprises.isEmpty()) {
			session.keepPictures();
			throw problems(surprises);
		}
	}

	/** The failure of the test stays the first one. */
	private static void explain(Throwable failure, BrowserSession session) {
		try {
			List<String> surprises = session.surprises();
			if (!surprises.isEmpty()) {
				failure.addSuppressed(problems(surprises));
			}
			session.keepPictures();
		}
		catch (PlaywrightException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static AssertionError problems(List<String> surprises) {
		return new AssertionError("The page has problems:\n  " + String.join("\n  ", surprises));
	}

}
