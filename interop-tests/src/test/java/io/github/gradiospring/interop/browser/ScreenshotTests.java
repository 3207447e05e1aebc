package io.github.gradiospring.interop.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of the README. */
@ExtendWith(BrowserExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScreenshotTests {

	@Test
	void readme(BrowserSession browser) throws IOException {
		BrowserPage page = browser.open(JavaDemos.url("greeter"), new View(1280, 560, false, false));
		page.page().getByText("Ada", new Page.GetByTextOptions().setExact(true)).click();
		page.block("name").awaitValue("Ada");
		page.block("intensity").awaitValue("3");
		page.click("Submit");
		page.block("greeting").awaitValue("Hello, Ada!!!");
		BufferedImage picture = ImageIO.read(page.screenshot("readme").toFile());
		assertThat(picture.getWidth()).isEqualTo(1280);
	}

}
