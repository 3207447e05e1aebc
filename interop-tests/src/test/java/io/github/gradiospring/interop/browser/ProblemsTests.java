package io.github.gradiospring.interop.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The kit sees what goes wrong in a page. */
@ExtendWith(BrowserExtension.class)
class ProblemsTests {

	private HttpServer server;

	private String body = "";

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			byte[] page = """
					<!doctype html><link rel="icon" href="data:,">
					<gradio-app><div class="gradio-container"><main><p class="column">Ready %s</p></main></div></gradio-app>
					"""
				.formatted(this.body)
				.getBytes(StandardCharsets.UTF_8);
			boolean there = "/".equals(exchange.getRequestURI().getPath());
			exchange.getResponseHeaders().add("Content-Type", "text/html");
			exchange.sendResponseHeaders(there ? 200 : 404, there ? page.length : -1);
			try (OutputStream stream = exchange.getResponseBody()) {
				if (there) {
					stream.write(page);
				}
			}
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private BrowserPage open(BrowserSession browser, String body) {
		this.body = body;
		return browser.open("http://127.0.0.1:%d/".formatted(this.server.getAddress().getPort()));
	}

	@Test
	void noneInAGoodPage(BrowserSession browser) {
		assertThat(open(browser, "Fine").surprises()).isEmpty();
	}

	@Test
	void errorOnTheConsole(BrowserSession browser) {
		assertOne(open(browser, "<script>console.warn('hm'); console.error('Ouch')</script>"), "console: Ouch");
	}

	@Test
	void errorInAScript(BrowserSession browser) {
		assertOne(open(browser, "<script>null.ouch</script>"), "script: TypeError");
	}

	@Test
	void badStatus(BrowserSession browser) {
		BrowserPage page = open(browser, "<img src='missing.png'>");
		// the browser says it on the console too
		assertThat(page.surprises()).hasSize(2)
			.anyMatch((problem) -> problem.matches("status 404: GET .*/missing.png"));
		page.expectProblem("404");
		assertThat(page.surprises()).isEmpty();
	}

	@Test
	void requestToAnotherMachine(BrowserSession browser) {
		BrowserPage page = open(browser, "<img src='http://fonts.example.com/a.png'>");
		assertThat(page.surprises()).anyMatch((problem) -> problem.startsWith("request: GET http://fonts.example.com"));
		page.expectProblem("ERR_NAME_NOT_RESOLVED");
		assertThat(page.surprises()).isEmpty();
	}

	@Test
	void expectedInVain(BrowserSession browser) {
		BrowserPage page = open(browser, "<script>console.error('Ouch')</script>");
		page.expectProblem("Help");
		assertThat(page.surprises()).hasSize(2).contains("expected, but not found: Help");
		page.page().evaluate("() => console.error('Help')");
		page.expectProblem("Ouch");
		assertThat(page.surprises()).isEmpty();
	}

	@Test
	void allowed(BrowserSession browser) {
		BrowserPage page = open(browser, "<script>console.error('Ouch')</script>");
		page.allowProblem("Help");
		assertThat(page.surprises()).hasSize(1);
		page.allowProblem("Ouch");
		assertThat(page.surprises()).isEmpty();
	}

	private static void assertOne(BrowserPage page, String start) {
		List<String> problems = page.surprises();
		assertThat(problems).hasSize(1).allMatch((problem) -> problem.startsWith(start));
		page.expectProblem(start);
		assertThat(page.surprises()).isEmpty();
	}

}
