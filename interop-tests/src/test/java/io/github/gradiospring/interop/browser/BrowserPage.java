package io.github.gradiospring.interop.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page of an app, in Gradio's terms. Everything that is looked for is waited for, and
 * fails the test when it does not come.
 */
final class BrowserPage {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final int MOST_TABS = 50;

	private final Page page;

	private final Problems problems;

	BrowserPage(Page page) {
		this.page = page;
		this.problems = new Problems(page);
	}

	void open(String url) {
		this.page.navigate(url);
		awaitReady();
	}

	/** Waits until Gradio has rendered the app, with its fonts. */
	void awaitReady() {
		assertThat(this.page.locator(".gradio-container main .column").first()).isVisible();
		this.page.evaluate("() => document.fonts.ready.then(() => true)");
	}

	/** Playwright's own page, for what is asked here and nowhere else. */
	Page page() {
		return this.page;
	}

	/** The component with this label. */
	Block block(String label) {
		return new Block(this.page, label);
	}

	/** The button with this text, which need not be there. */
	Locator button(String text) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
	}

	void click(String button) {
		button(button).click();
	}

	/** Types into the component with this label: {@link Block} knows more. */
	void fill(String label, String value) {
		block(label).fill(value);
	}

	String read(String label) {
		return block(label).value();
	}

	/**
	 * Waits until a toast is there, and no longer on its way in.
	 * @param kind {@code error}, {@code warning}, {@code info} or {@code success}
	 * @param text all that it says below its title
	 */
	void awaitToast(String kind, String text) {
		Locator toast = this.page.locator("[data-testid=toast-body]." + kind);
		assertThat(toast.getByTestId("toast-text")).hasText(text);
		assertThat(toast).hasCSS("opacity", "1");
	}

	/** Types on the keyboard, wherever the focus is. */
	void type(String text) {
		this.page.keyboard().type(text);
	}

	/** Presses a key by its name, such as {@code Enter}. */
	void press(String key) {
		this.page.keyboard().press(key);
	}

	/** Goes to something as somebody without a mouse does. */
	void tabTo(Locator target) {
		for (int i = 0; i < MOST_TABS; i++) {
			press("Tab");
			if ((Boolean) target.evaluate("(element) => element === document.activeElement")) {
				return;
			}
		}
		throw new AssertionError("Not reached with " + MOST_TABS + " tabs: " + target);
	}

	/** The color behind the app, as CSS says it: {@code rgb(255, 255, 255)}. */
	String background() {
		return (String) this.page
			.evaluate("() => getComputedStyle(document.querySelector('gradio-app')).backgroundColor");
	}

	/** By how many pixels the app is wider than the window. */
	int overflow() {
		return ((Number) this.page
			.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
	}

	/**
	 * Takes a picture of the whole page.
	 * @param name its file's name below {@code target/screenshots}, no suffix
	 * @return the file
	 */
	Path screenshot(String name) {
		Path path = SCREENSHOTS.resolve(name + ".png");
		this.page.screenshot(new Page.ScreenshotOptions().setPath(path).setFullPage(true));
		return path;
	}

	/**
	 * Says that something goes wrong in this test: see {@link Problems}.
	 * @param problem a regular expression to find in it, such as
	 * {@code status 404: GET .*\.png}
	 */
	void expectProblem(String problem) {
		this.problems.expect(Pattern.compile(problem));
	}

	/**
	 * Says that something may go wrong in this test, and need not.
	 * @param problem a regular expression to find in it
	 */
	void allowProblem(String problem) {
		this.problems.allow(Pattern.compile(problem));
	}

	List<String> surprises() {
		// events arrive with answers: this one comes after all that happened so far
		this.page.evaluate("() => true");
		return this.problems.surprises();
	}

	void close() {
		this.page.context().close();
	}

}
