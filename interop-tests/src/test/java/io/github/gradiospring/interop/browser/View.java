package io.github.gradiospring.interop.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * What somebody looks at the page with.
 *
 * @param width the width of the window in CSS pixels
 * @param height its height
 * @param phone whether it is a phone, which has touch instead of a mouse
 * @param dark whether the page is asked for in its dark mode
 */
record View(int width, int height, boolean phone, boolean dark) {

	static final View DESKTOP = new View(1280, 800, false, false);

	static final View PHONE = new View(390, 844, true, false);

	View inTheDark() {
		return new View(this.width, this.height, this.phone, true);
	}

	/** Gradio's own parameter, which wins over what the system prefers. */
	String address(String url) {
		return this.dark ? url + (url.contains("?") ? "&" : "?") + "__theme=dark" : url;
	}

	NewContextOptions options() {
		return new NewContextOptions().setViewportSize(this.width, this.height)
			.setIsMobile(this.phone)
			.setHasTouch(this.phone)
			.setColorScheme(ColorScheme.LIGHT)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setLocale("en-US")
			.setAcceptDownloads(true);
	}

}
