package io.github.gradiospring.interop.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * Debian's Chromium, without a window. Pages reach this machine alone, and a camera that
 * shows a test pattern. To be used on the thread that has started it, as Playwright
 * wants.
 */
final class Browser implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
			"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
			"--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream");

	/** How long a page may take for anything. */
	static final double LIMIT_MILLIS = 20_000;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	/**
	 * Starts it. The test is skipped, or fails where nothing may be skipped, when it is
	 * not installed.
	 * @return the browser, to be closed
	 */
	static Browser start() {
		Path chromium = Executables.chromium();
		PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
		Playwright playwright = Playwright.create(new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", Executables.NODE, Executables.node().toString())));
		try {
			return new Browser(playwright, playwright.chromium()
				.launch(new LaunchOptions().setExecutablePath(chromium)
					// it refuses root otherwise
					.setChromiumSandbox(false)
					.setArgs(ARGUMENTS)));
		}
		catch (RuntimeException ex) {
			playwright.close();
			throw ex;
		}
	}

	/** An empty profile: no cookies, no storage, no cache. */
	BrowserContext profile(View view) {
		BrowserContext profile = this.browser.newContext(view.options());
		profile.setDefaultTimeout(LIMIT_MILLIS);
		return profile;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
