package io.github.gradiospring.interop.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of one test, each in a profile of its own, so that each is another visitor. A
 * test gets it as a parameter from {@link BrowserExtension}.
 */
final class BrowserSession {

	private final Browser browser;

	private final String test;

	private final List<BrowserPage> pages = new ArrayList<>();

	BrowserSession(Browser browser, String test) {
		this.browser = browser;
		this.test = test;
	}

	/**
	 * Opens the page of an app and waits until Gradio has rendered it.
	 * @param url its URL
	 * @return the page
	 */
	BrowserPage open(String url) {
		return open(url, View.DESKTOP);
	}

	BrowserPage open(String url, View view) {
		BrowserPage page = new BrowserPage(this.browser.profile(view).newPage());
		this.pages.add(page);
		page.open(view.address(url));
		return page;
	}

	/**
	 * What went wrong in any page and was not expected.
	 * @return the problems, empty when there are none
	 */
	List<String> surprises() {
		return this.pages.stream().flatMap((page) -> page.surprises().stream()).toList();
	}

	/** Keeps what the pages of a test that failed looked like. */
	void keepPictures() {
		for (int i = 0; i < this.pages.size(); i++) {
			this.pages.get(i).screenshot("failed/%s-%d".formatted(this.test, i + 1));
		}
	}

	void close() {
		this.pages.forEach(BrowserPage::close);
	}

}
