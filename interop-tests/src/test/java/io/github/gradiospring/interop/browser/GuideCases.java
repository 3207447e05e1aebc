package io.github.gradiospring.interop.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.gradiospring.interop.browser.Demos.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What Gradio's guides Quickstart and Building Interfaces show, done by a visitor. A
 * subclass says whose page.
 */
@ExtendWith(BrowserExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class GuideCases {

	private static final String FIRST_PIXEL = """
			(image) => {
				const context = document.createElement('canvas').getContext('2d');
				context.drawImage(image, 0, 0);
				return Array.from(context.getImageData(0, 0, 1, 1).data).slice(0, 3);
			}""";

	private final Demos demos;

	GuideCases(Demos demos) {
		this.demos = demos;
	}

	private BrowserPage open(BrowserSession browser, Demo demo) {
		return browser.open(this.demos.url(demo));
	}

	private void picture(BrowserPage page, Demo demo) {
		page.screenshot(this.demos.name() + "/" + demo.id());
	}

	@Test
	void severalInputsAndOutputs(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.TWO);
		page.fill("name", "Ada");
		page.block("is_morning").check("is_morning", true);
		page.fill("temperature", "68");
		page.click("Submit");
		page.block("report").awaitValue("Good morning Ada, it is 68 degrees");
		page.block("celsius").awaitValue("20");
		picture(page, Demo.TWO);
	}

	@Test
	void aPicture(BrowserSession browser, @TempDir Path folder) throws IOException {
		BufferedImage blue = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = blue.createGraphics();
		graphics.setColor(Color.BLUE);
		graphics.fillRect(0, 0, 40, 30);
		graphics.dispose();
		Path photo = folder.resolve("blue.png");
		ImageIO.write(blue, "png", photo.toFile());
		BrowserPage page = open(browser, Demo.SEPIA);
		page.block("photo").upload(photo);
		assertThat(page.block("photo").image()).isVisible();
		page.click("Submit");
		assertThat(page.block("tinted").image()).isVisible();
		assertThat(page.block("tinted").image()).hasJSProperty("naturalWidth", 40);
		List<?> color = (List<?>) page.block("tinted").image().evaluate(FIRST_PIXEL);
		// sepia of pure blue is 48, 42, 33; pictures come with a loss
		assertThat(color).map((part) -> ((Number) part).intValue())
			.satisfiesExactly(//
					(red) -> assertThat(red).isBetween(43, 53), //
					(green) -> assertThat(green).isBetween(37, 47), //
					(blueness) -> assertThat(blueness).isBetween(28, 38));
		picture(page, Demo.SEPIA);
	}

	@Test
	void examplesWithTitleDescriptionAndArticle(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.EXAMPLES);
		assertThat(page.page()).hasTitle("Toy Calculator");
		assertThat(page.page().getByRole(AriaRole.HEADING)).hasText("Toy Calculator");
		assertThat(page.page().locator("main strong")).hasText("Try an example.");
		assertThat(page.page().locator("main em")).hasText("number");
		page.page().getByText("144").click();
		page.block("first").awaitValue("144");
		page.block("second").awaitValue("2.5");
		page.click("Submit");
		page.block("result").awaitValue("141.5");
		picture(page, Demo.EXAMPLES);
	}

	@Test
	void additionalInputs(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.ADDITIONAL);
		page.block("word").awaitText("Any word will do");
		assertThat(page.block("times").field()).not().isVisible();
		page.fill("word", "ha");
		page.click("Submit");
		page.block("output").awaitValue("ha ha");
		page.page().getByText("More").click();
		// drawn just now, and its first value comes after that
		page.block("times").awaitValue("2");
		page.fill("times", "3");
		page.click("Submit");
		page.block("output").awaitValue("ha ha ha");
		picture(page, Demo.ADDITIONAL);
	}

	@Test
	void flaggedByHand(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.FLAG_MANUAL);
		String number = aNumber();
		page.fill("first", number);
		page.click("Submit");
		page.block("result").awaitValue(number);
		assertThat(this.demos.flagged(Demo.FLAG_MANUAL)).doesNotContain(number);
		page.click("Flag as off by one");
		await().untilAsserted(() -> assertThat(this.demos.flagged(Demo.FLAG_MANUAL).lines())
			.anyMatch((line) -> line.contains(number) && line.contains("off by one")));
		assertThat(page.button("Flag as off by one")).isEnabled();
		picture(page, Demo.FLAG_MANUAL);
	}

	@Test
	void flaggedAlways(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.FLAG_AUTO);
		String number = aNumber();
		page.fill("first", number);
		page.click("Submit");
		await().untilAsserted(() -> assertThat(this.demos.flagged(Demo.FLAG_AUTO)).contains(number));
		assertThat(page.page().getByText(Pattern.compile("^Flag"))).hasCount(0);
	}

	/** The logs outlive a test run. */
	private static String aNumber() {
		return Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
	}

	@Test
	void live(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.LIVE);
		assertThat(page.button("Clear")).isVisible();
		assertThat(page.button("Submit")).hasCount(0);
		page.fill("first", "6");
		page.fill("second", "7");
		page.block("result").awaitValue("13");
		page.block("operation").check("multiply", true);
		page.block("result").awaitValue("42");
	}

	@Test
	void standard(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.STANDARD);
		page.fill("first", "1");
		page.block("operation").check("divide", true);
		page.click("Submit");
		page.awaitToast("error", "Cannot divide by zero!");
		page.fill("second", "4");
		page.click("Submit");
		page.block("result").awaitValue("0.25");
	}

	@Test
	void outputOnly(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.OUTPUT_ONLY);
		page.click("Generate");
		page.block("dice").awaitValue(Pattern.compile("^[1-6]$"));
		assertThat(page.button("Submit")).hasCount(0);
		picture(page, Demo.OUTPUT_ONLY);
	}

	@Test
	void inputOnly(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.INPUT_ONLY);
		assertThat(page.page().locator("textarea")).hasCount(1);
		page.fill("note", "remember");
		page.page()
			.waitForResponse((response) -> response.url().contains("/queue/join") && response.ok(),
					() -> page.click("Submit"));
		page.click("Clear");
		page.block("note").awaitValue("");
		picture(page, Demo.INPUT_ONLY);
	}

	@Test
	void unified(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.UNIFIED);
		page.fill("text", "ab");
		page.click("Submit");
		page.block("text").awaitValue("abba");
		page.click("Submit");
		page.block("text").awaitValue("abbaabba");
		picture(page, Demo.UNIFIED);
	}

	@Test
	void aCamera(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.STREAM);
		// a frame that comes late gives way to the next one
		page.allowProblem("request: GET .*/file=.*: net::ERR_ABORTED");
		// and the last one may come when the stream is closed
		page.allowProblem("(status \\d+: POST .*|\\(http.*)/gradio_api/stream/\\w+");
		page.page().getByText("Click to Access Webcam").click();
		Locator record = page.page().getByLabel("capture photo");
		record.click();
		Locator flipped = page.block("flipped").image();
		assertThat(flipped).isVisible();
		String first = flipped.getAttribute("src");
		// the test pattern moves
		assertThat(flipped).not().hasAttribute("src", first);
		record.click();
		picture(page, Demo.STREAM);
	}

	@Test
	void choices(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.CHOICES);
		page.block("size").awaitText("How much of it");
		page.block("size").check("large", true);
		page.block("toppings").check("olives", true);
		page.block("toppings").check("basil", true);
		page.block("color").choose("blue");
		page.click("Submit");
		page.block("order").awaitValue("large, olives and basil, blue");
		picture(page, Demo.CHOICES);
	}

	@Test
	void labels(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.LABELS);
		page.fill("text", "red, red and blue");
		page.click("Submit");
		page.block("colors").awaitText("67%");
		assertThat(page.block("colors").locator().getByRole(AriaRole.HEADING)).hasText("red");
		picture(page, Demo.LABELS);
	}

	@Test
	void aTable(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.DATAFRAME);
		page.block("table").cells().first().dblclick();
		page.press("ControlOrMeta+a");
		page.type("10");
		page.press("Enter");
		page.click("Submit");
		assertThat(page.block("sums").cells()).hasText(new String[] { "10", "2", "12", "3", "4", "7" });
		picture(page, Demo.DATAFRAME);
	}

	@Test
	void aConversation(BrowserSession browser) {
		BrowserPage page = open(browser, Demo.CHATBOT);
		page.fill("message", "hi");
		page.click("Submit");
		assertThat(page.page().getByTestId("user")).hasText("hi");
		assertThat(page.page().getByTestId("bot").locator("strong")).hasText("hi");
		picture(page, Demo.CHATBOT);
	}

}
