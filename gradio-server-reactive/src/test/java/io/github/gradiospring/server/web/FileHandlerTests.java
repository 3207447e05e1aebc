package io.github.gradiospring.server.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.gradiospring.server.file.LocalFileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

class FileHandlerTests {

	private final TestServer server = new TestServer();

	@TempDir
	Path folder;

	@BeforeEach
	void allow() throws Exception {
		Files.createDirectory(this.folder.resolve("allowed"));
		this.server.files.close();
		this.server.files = LocalFileStore.builder()
			.parent(this.folder)
			.allowedPaths(List.of(this.folder.resolve("allowed")))
			.build();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void sendsFilesAsRecorded() throws Exception {
		Recording recording = Recording.load("files_fetch");
		String text = save("a.txt", "0123456789").path();
		String html = save("p.html", "<p></p>\n").path();
		String png = save("p.png", "png!").path();
		Path allowed = Files.writeString(this.folder.resolve("allowed/allowed.txt"), "allowed content");
		for (int i = 0; i < recording.steps().size(); i++) {
			JsonNode step = recording.steps().get(i);
			if (step.get("request").has("multipart")) {
				continue;
			}
			String stored = step.get("request").get("path").stringValue();
			stored = stored.endsWith("html") ? html : stored.endsWith("png") ? png : text;
			Replay replay = new Replay(this.server.client(),
					Map.of("<cache>/<sha256>/a.txt", stored, "<cache>/<sha256>/p.html", stored,
							"<cache>/<sha256>/p.png", stored, "<allowed>/allowed.txt", allowed.toString()));
			EntityExchangeResult<byte[]> answer = replay.send(step.get("request"));
			JsonNode recorded = step.get("response");
			assertThat(answer.getStatus().value()).isEqualTo(recorded.get("status").intValue());
			for (String header : List.of("accept-ranges", "content-range", "content-length")) {
				JsonNode value = recorded.get("headers").get(header);
				if (value != null) {
					assertThat(answer.getResponseHeaders().getFirst(header)).as(step.toString())
						.isEqualTo(value.stringValue());
				}
			}
			assertThat(answer.getResponseHeaders().getFirst("content-type"))
				.startsWith(recorded.get("headers").get("content-type").stringValue());
			assertThat(answer.getResponseHeaders().getFirst("content-disposition"))
				.startsWith(recorded.get("headers").get("content-disposition").stringValue());
			assertThat(answer.getResponseHeaders().getFirst("x-content-type-options")).isEqualTo("nosniff");
			if (recorded.has("text") && !recorded.get("text").stringValue().isEmpty()) {
				assertThat(answer.getResponseBody()).asString(StandardCharsets.UTF_8)
					.isEqualTo(recorded.get("text").stringValue());
			}
		}
	}

	@Test
	void anETagSavesTheTransfer() {
		StoredFile file = save("a.txt", "0123456789");
		String etag = get(file.path()).getResponseHeaders().getETag();
		assertThat(etag).isNotNull();
		assertThat(this.server.client()
			.get()
			.uri("/gradio_api/file=" + file.path())
			.header(HttpHeaders.IF_NONE_MATCH, etag)
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectBody()
			.returnResult()
			.getResponseBody()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,206,0", "bytes=-3,206,789", "bytes=8-100,206,89", "bytes=20-30,416,", "bytes=x,416,",
			"items=1-2,200,0123456789" })
	void sendsRanges(String range, int status, String content) {
		StoredFile file = save("a.txt", "0123456789");
		EntityExchangeResult<byte[]> answer = this.server.client()
			.get()
			.uri("/gradio_api/file=" + file.path())
			.header(HttpHeaders.RANGE, range)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult();
		if (content != null) {
			assertThat(answer.getResponseBody()).asString(StandardCharsets.UTF_8).isEqualTo(content);
		}
	}

	@Test
	void namesWithOtherCharacters() {
		StoredFile file = save("réveillé 100%.txt", "x");
		String disposition = get(file.path().replace("%", "%25").replace(" ", "%20").replace("é", "%C3%A9"))
			.getResponseHeaders()
			.getFirst(HttpHeaders.CONTENT_DISPOSITION);
		assertThat(disposition).startsWith("inline; filename=")
			.endsWith("filename*=UTF-8''r%C3%A9veill%C3%A9%20100%25.txt");
	}

	@Test
	void sendsFilesOverTheNetwork() throws Exception {
		byte[] content = new byte[1_000_003];
		new Random(1).nextBytes(content);
		StoredFile file = this.server.files
			.save("big.bin", Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(content)))
			.block();
		URI uri = URI.create("http://127.0.0.1:" + this.server.start() + "/gradio_api/file=" + file.path());
		HttpClient client = HttpClient.newHttpClient();
		assertThat(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray()).body())
			.isEqualTo(content);
		HttpRequest part = HttpRequest.newBuilder(uri).header("Range", "bytes=500000-700000").build();
		HttpResponse<byte[]> answer = client.send(part, HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, 500_000, 700_001));
		HttpRequest head = HttpRequest.newBuilder(uri).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
		assertThat(client.send(head, HttpResponse.BodyHandlers.ofByteArray()).headers().firstValue("content-length"))
			.contains("1000003");
	}

	@Test
	void aRangeOfOtherContentIsTheWhole() {
		StoredFile file = save("a.txt", "0123456789");
		this.server.client()
			.get()
			.uri("/gradio_api/file=" + file.path())
			.header(HttpHeaders.RANGE, "bytes=1-2")
			.header(HttpHeaders.IF_RANGE, "\"other\"")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("0123456789");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.svg", "x.xhtml", "x.js", "x.pdf", "x.xml", "x", "x.htm" })
	void savesWhatCouldCarryAScript(String name) {
		HttpHeaders headers = get(save(name, "x").path()).getResponseHeaders();
		assertThat(headers.getFirst("content-type")).isEqualTo("application/octet-stream");
		assertThat(headers.getFirst("content-disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
	}

	@Test
	void decodesOnce() throws Exception {
		Files.writeString(this.folder.resolve("allowed/secret"), "x");
		save("a.txt", "x");
		for (String path : List.of("%252e%252e/secret", "%2e%2e/%2e%2e/etc/passwd",
				this.folder + "%2fallowed%252fsecret", "%zz")) {
			this.server.client()
				.get()
				.uri(URI.create("http://localhost/gradio_api/file=" + path.replace("%zz", "%00")))
				.exchange()
				.expectStatus()
				.isForbidden();
		}
	}

	private StoredFile save(String name, String content) {
		return this.server.files
			.save(name,
					Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(content.getBytes(StandardCharsets.UTF_8))))
			.block();
	}

	private EntityExchangeResult<byte[]> get(String path) {
		return this.server.client()
			.get()
			.uri(URI.create("http://localhost/gradio_api/file=" + path))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult();
	}

}
