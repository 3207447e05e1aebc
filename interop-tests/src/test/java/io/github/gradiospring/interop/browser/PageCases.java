package io.github.gradiospring.interop.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.options.BoundingBox;
import io.github.gradiospring.interop.browser.Demos.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How a page behaves, whatever it shows. A subclass says whose page. */
@ExtendWith(BrowserExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class PageCases {

	/** More than any test waits for. */
	private static final String VERY_LONG = "200";

	private final Demos demos;

	PageCases(Demos demos) {
		this.demos = demos;
	}

	private BrowserPage open(BrowserSession browser, Demo demo) {
		return browser.open(this.demos.url(demo));
	}

	private void picture(BrowserPage page, String name) {
		page.screenshot(this.demos.name() + "/" + name);
	}

	@Test
	void showsInputsOutputsAndButtons(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.HELLO);
		assertThat(page.block("name").field()).isEditable();
		assertThat(page.block("intensity").field()).hasValue("2");
		assertThat(page.block("output").field()).isDisabled();
		for (String button : new String[] { "Clear", "Submit", "Flag" }) {
			assertThat(page.button(button)).isVisible();
		}
		picture(page, "hello");
	}

	@Test
	void submitsAndClears(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.HELLO);
		page.fill("name", "Ada");
		page.fill("intensity", "3");
		page.click("Submit");
		page.block("output").awaitValue("Hello, Ada!!!");
		assertThat(page.read("name")).isEqualTo("Ada");
		page.click("Clear");
		page.block("output").awaitValue("");
		page.block("name").awaitValue("");
	}

	@Test
	void showsThePlaceInTheQueue(BrowserSession browser) {
		BrowserPage first = open(browser, Demo.PROGRESS);
		BrowserPage second = open(browser, Demo.PROGRESS);
		first.fill("steps", VERY_LONG);
		first.click("Submit");
		assertThat(first.block("done").progressBar()).isVisible();
		second.fill("steps", "2");
		second.click("Submit");
		assertThat(second.block("done").status()).containsText("queue: 1/1");
		picture(second, "queue");
		first.click("Stop");
		second.block("done").awaitValue("2 steps");
	}

	@Test
	void showsProgress(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.PROGRESS);
		page.fill("steps", VERY_LONG);
		page.click("Submit");
		assertThat(page.block("done").progressBar()).hasAccessibleName("Counting");
		assertThat(page.block("done").status()).containsText(Pattern.compile("[1-9]\\d*/200 steps"));
		picture(page, "progress");
		page.click("Stop");
		assertThat(page.block("done").progressBar()).not().isVisible();
	}

	@Test
	void showsEachValueOfAGenerator(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.GENERATOR);
		page.click("Submit");
		page.block("story").awaitValue(Pattern.compile("^1( 2( 3)?)?$"));
		page.block("story").awaitValue("1 2 3 4 5");
		assertThat(page.button("Submit")).isVisible();
		assertThat(page.button("Stop")).not().isVisible();
	}

	@Test
	void stops(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.GENERATOR);
		page.fill("words", VERY_LONG);
		page.click("Submit");
		page.block("story").awaitValue(Pattern.compile("^1 2 3"));
		assertThat(page.button("Submit")).not().isVisible();
		page.click("Stop");
		assertThat(page.button("Submit")).isVisible();
		// one at a time: this one would wait for longer than the test does
		BrowserPage other = open(browser, Demo.GENERATOR);
		other.click("Submit");
		other.block("story").awaitValue("1 2 3 4 5");
		assertThat(page.read("story")).startsWith("1 2 3").doesNotContain("100");
	}

	@Test
	void showsAnError(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.ERROR);
		page.fill("message", "Not today");
		page.click("Submit");
		page.awaitToast("error", "Not today");
		page.block("answer").awaitText("Error");
		picture(page, "error");
	}

	@Test
	void showsToasts(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.TOASTS);
		page.fill("message", "Mind the step");
		page.click("Submit");
		page.awaitToast("info", "Mind the step");
		page.awaitToast("warning", "Mind the step, again");
		page.block("answer").awaitValue("said");
		picture(page, "toasts");
	}

	@Test
	void uploadsAndDownloads(BrowserSession browser, @TempDir Path folder) throws IOException {
		Path document = Files.writeString(folder.resolve("letter.txt"), "quiet, naïve");
		BrowserPage page = open(browser, Demo.FILE);
		page.block("document").upload(document);
		page.block("document").awaitText("letter");
		page.click("Submit");
		page.block("shouted").awaitText("shouted");
		assertThat(page.block("shouted").download()).hasFileName("shouted.txt").hasContent("QUIET, NAÏVE");
		picture(page, "file");
	}

	@Test
	void hasADarkMode(BrowserSession browser) {
		BrowserPage light = open(browser, Demo.HELLO);
		BrowserPage dark = browser.open(this.demos.url(Demo.HELLO), View.DESKTOP.inTheDark());
		assertThat(light.background()).isEqualTo("rgb(255, 255, 255)");
		assertThat(dark.background()).isNotEqualTo(light.background());
		dark.fill("name", "Ada");
		dark.click("Submit");
		dark.block("output").awaitValue("Hello, Ada!!");
		picture(dark, "hello-dark");
	}

	@Test
	void fitsAPhone(BrowserSession browser) {
		BrowserPage page = browser.open(this.demos.url(Demo.HELLO), View.PHONE);
		BoundingBox name = page.block("name").locator().boundingBox();
		BoundingBox output = page.block("output").locator().boundingBox();
		assertThat(output.y).isGreaterThan(name.y + name.height);
		assertThat(page.overflow()).isZero();
		page.fill("name", "Ada");
		page.button("Submit").tap();
		page.block("output").awaitValue("Hello, Ada!!");
		picture(page, "hello-phone");
	}

	@Test
	void needsNoMouse(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.HELLO);
		page.tabTo(page.block("name").field());
		page.type("Ada");
		page.press("Enter");
		page.block("output").awaitValue("Hello, Ada!!");
		page.tabTo(page.block("intensity").field());
		page.press("ArrowUp");
		page.tabTo(page.button("Submit"));
		page.press("Enter");
		page.block("output").awaitValue("Hello, Ada!!!");
	}

}
