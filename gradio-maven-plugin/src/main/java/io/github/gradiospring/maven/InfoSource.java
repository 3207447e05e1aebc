package io.github.gradiospring.maven;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.ApiInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the document of <code>/info</code>. */
final class InfoSource {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private InfoSource() {
	}

	/**
	 * Reads a file.
	 * @throws IOException when it cannot be read, or is no such document
	 */
	static ApiInfo read(Path file) throws IOException {
		return parse(Files.readString(file), file.toString());
	}

	/**
	 * Fetches the document of an app.
	 * @param url the address of the document, which ends with <code>/info</code>, or that
	 * of the app
	 * @throws IOException when it cannot be fetched, or is no such document
	 */
	static ApiInfo fetch(String url) throws IOException, InterruptedException {
		String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
		// releases before Gradio 5 have no prefix
		List<String> addresses = base.endsWith("/info") ? List.of(base)
				: List.of(base + GradioProtocol.API_PREFIX + "/info", base + "/info");
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(TIMEOUT)
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		int status = 0;
		for (String address : addresses) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			status = response.statusCode();
			if (status == 200) {
				return parse(response.body(), address);
			}
		}
		throw new IOException("%s answered with status %d".formatted(String.join(" and ", addresses), status));
	}

	private static ApiInfo parse(String text, String source) throws IOException {
		try {
			JsonNode json = GradioProtocol.jsonMapper().readTree(text);
			if (json.path("named_endpoints").isObject()) {
				return GradioProtocol.jsonMapper().treeToValue(json, ApiInfo.class);
			}
		}
		catch (JacksonException ex) {
			throw new IOException(source + " is no API description of Gradio", ex);
		}
		throw new IOException(source + " is no API description of Gradio");
	}

}
