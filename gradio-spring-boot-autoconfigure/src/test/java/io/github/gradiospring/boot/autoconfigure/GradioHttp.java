package io.github.gradiospring.boot.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server as Gradio's clients do. */
public class GradioHttp {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = new JsonMapper();

	private final String root;

	public GradioHttp(int port, String path) {
		this.root = "http://127.0.0.1:" + port + path;
	}

	public String root() {
		return this.root;
	}

	public HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).build(), BodyHandlers.ofString());
	}

	public JsonNode json(String path) throws IOException, InterruptedException {
		return this.json.readTree(get(path).body());
	}

	/** Posts JSON, with pairs of header names and values. */
	public HttpResponse<String> post(String path, String body, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	/** Joins the queue and returns all messages of the session. */
	public List<JsonNode> submit(int index, String data) throws IOException, InterruptedException {
		HttpResponse<String> joined = post("/gradio_api/queue/join",
				"{\"data\": %s, \"fn_index\": %d, \"session_hash\": \"session\"}".formatted(data, index));
		if (joined.statusCode() != 200) {
			throw new IllegalStateException(joined.statusCode() + " " + joined.body());
		}
		HttpResponse<String> stream = get("/gradio_api/queue/data?session_hash=session");
		return stream.body()
			.lines()
			.filter((line) -> line.startsWith("data: "))
			.map((line) -> this.json.readTree(line.substring("data: ".length())))
			.toList();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.root + path)).timeout(Duration.ofSeconds(30));
	}

}
