package io.github.gradiospring.interop.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

/**
 * What went wrong in a page: errors on its console and in its scripts, requests that
 * failed, answers with a status of 400 or more. A test says what it expects of that;
 * anything else fails it.
 */
final class Problems {

	/**
	 * The frontend itself leaves its streams, when all jobs are over and with the page.
	 */
	private static final Predicate<String> STREAM = Pattern.compile("/(queue/data|heartbeat/)").asPredicate();

	private final List<String> found = new ArrayList<>();

	private final List<Pattern> expected = new ArrayList<>();

	private final List<Pattern> allowed = new ArrayList<>();

	Problems(Page page) {
		page.onConsoleMessage((message) -> {
			if ("error".equals(message.type())) {
				this.found.add("console: %s (%s)".formatted(message.text(), message.location()));
			}
		});
		page.onPageError((error) -> this.found.add("script: " + error));
		page.onRequestFailed((request) -> {
			if (!isLeftStream(request)) {
				this.found.add("request: %s %s: %s".formatted(request.method(), request.url(), request.failure()));
			}
		});
		page.onResponse((response) -> {
			if (response.status() >= 400) {
				this.found
					.add("status %d: %s %s".formatted(response.status(), response.request().method(), response.url()));
			}
		});
	}

	private static boolean isLeftStream(Request request) {
		return "net::ERR_ABORTED".equals(request.failure()) && STREAM.test(request.url());
	}

	/** All problems that this is found in are expected, and one at least. */
	void expect(Pattern problem) {
		this.expected.add(problem);
	}

	/** All problems that this is found in are expected, and there need be none. */
	void allow(Pattern problem) {
		this.allowed.add(problem);
	}

	/** What is there and not expected, and what is expected and not there. */
	List<String> surprises() {
		List<String> surprises = new ArrayList<>(this.found);
		this.allowed.forEach((pattern) -> surprises.removeIf(pattern.asPredicate()));
		for (Pattern pattern : this.expected) {
			surprises.removeIf(pattern.asPredicate());
			if (this.found.stream().noneMatch(pattern.asPredicate())) {
				surprises.add("expected, but not found: " + pattern);
			}
		}
		return surprises;
	}

}
