package io.github.gradiospring.server.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.file.LocalFileStore;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class UploadHandlerTests {

	private static final String BOUNDARY = "-----------------------------x";

	private static final HttpClient client = HttpClient.newHttpClient();

	private final TestServer server = new TestServer();

	private final List<DataBuffer> buffers = new ArrayList<>();

	@TempDir
	Path folder;

	@BeforeEach
	void limit() {
		this.server.files.close();
		this.server.files = LocalFileStore.builder().parent(this.folder).maxFileSize(15360).build();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void savesFilesInTheirOrder() throws Exception {
		HttpResponse<String> answer = post("", part("files", "a b#1.txt", "hello") + part("files", "y.txt", "abc")
				+ part("files", "../../etc/x.txt", "abc") + end());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("content-type")).contains("application/json");
		assertThat(paths(answer.body())).hasSize(3)
			.satisfies((paths) -> assertThat(paths.get(0)).endsWith("/a b#1.txt"))
			.satisfies((paths) -> assertThat(paths.get(1)).endsWith("/y.txt"))
			.satisfies((paths) -> assertThat(paths.get(2)).endsWith("/x.txt"))
			.allSatisfy((path) -> assertThat(path).matches("[0-9a-f]{64}/[^/]+"));
		String path = paths(answer.body()).get(0);
		assertThat(this.server.files.find(path).block().location()).hasContent("hello");
	}

	@Test
	void keepsTheBytesOfALargeFile() throws Exception {
		this.server.files = LocalFileStore.builder().parent(this.folder).build();
		byte[] content = new byte[3_000_001];
		new Random(1).nextBytes(content);
		String text = new String(content, StandardCharsets.ISO_8859_1);
		HttpResponse<String> answer = post("",
				part("files", "big.bin", text) + part("files", "small.bin", "x") + end());
		assertThat(paths(answer.body())).hasSize(2);
		assertThat(this.server.files.find(paths(answer.body()).get(0)).block().location()).hasBinaryContent(content);
	}

	@Test
	void ignoresOtherFields() throws Exception {
		HttpResponse<String> answer = post("", part("other", "x.txt", "hello")
				+ "--%s\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\ntext\r\n".formatted(BOUNDARY) + end());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("[]");
	}

	@Test
	void refusesANameOfNothing() throws Exception {
		HttpResponse<String> answer = post("", part("files", "..", "hello") + end());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid file name: ..\"}");
	}

	@Test
	void refusesAFileThatIsTooLarge() throws Exception {
		HttpResponse<String> answer = post("", part("files", "a.txt", "a") + part("files", "big.bin", "x".repeat(20000))
				+ part("files", "c.txt", "c") + end());
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
		assertThat(answer.body()).isEqualTo("File size exceeded maximum allowed size of 15360 bytes.");
	}

	@Test
	void answersAfterAFileThatIsFarTooLarge() throws Exception {
		HttpResponse<String> answer = post("", part("files", "big.bin", "x".repeat(20_000_000)) + end());
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(temporaryFiles()).isZero();
	}

	@Test
	void refusesWhatIsNotMultipart() throws Exception {
		HttpResponse<String> answer = send("", "application/octet-stream", "x");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid content type.\"}");
		answer = send("", "multipart/form-data", "x");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("Missing boundary in multipart.");
		answer = send("", "multipart/form-data; boundary=y", "no such boundary");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("Invalid multipart body.");
	}

	@Test
	void tellsTheProgress() throws Exception {
		int port = this.server.start();
		URI progress = URI.create("http://127.0.0.1:" + port + "/gradio_api/upload_progress?upload_id=u1");
		var follower = client.sendAsync(HttpRequest.newBuilder(progress).build(), HttpResponse.BodyHandlers.ofString());
		HttpResponse<String> answer = send(port, "?upload_id=u1", "multipart/form-data; boundary=" + BOUNDARY,
				part("files", "a.txt", "x".repeat(15000)) + part("files", "b.txt", "x".repeat(500)) + end());
		assertThat(answer.statusCode()).isEqualTo(200);
		HttpResponse<String> followed = follower.get();
		assertThat(followed.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
		long received = 0;
		String[] messages = followed.body().split("\n\n");
		for (int i = 0; i < messages.length - 1; i++) {
			JsonNode message = GradioProtocol.jsonMapper().readTree(messages[i].substring(6));
			assertThat(message.get("msg").stringValue()).isEqualTo("update");
			assertThat(message.get("orig_name").stringValue()).isIn("a.txt", "b.txt");
			received += message.get("chunk_size").longValue();
		}
		assertThat(messages[messages.length - 1]).isEqualTo("data: {\"msg\":\"done\"}");
		// Who follows too late only learns that it is done
		assertThat(received).isIn(0L, 15500L);
		assertThat(client.send(HttpRequest.newBuilder(progress).build(), HttpResponse.BodyHandlers.ofString()).body())
			.isEqualTo("data: {\"msg\":\"done\"}\n\n");
	}

	@Test
	void waitsForAnUploadToStart() {
		UploadProgress progress = new UploadProgress();
		StepVerifier.withVirtualTime(() -> progress.await("never", Duration.ofSeconds(3)))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(2999))
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		StepVerifier.create(progress.await("soon", Duration.ofSeconds(3)))
			.then(() -> progress.start("soon"))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void addsUpWhatWasNotRead() {
		UploadProgress.Upload upload = new UploadProgress().start("u");
		upload.received("a", 1);
		StepVerifier.create(upload.follow(), 0)
			.thenRequest(1)
			.expectNext(List.of(new UploadProgress.Update("update", "a", 1L)))
			.then(() -> {
				upload.received("a", 2);
				upload.received("b", 10);
				upload.received("a", 3);
				upload.done();
			})
			.thenRequest(10)
			.thenConsumeWhile((updates) -> updates.get(0) != UploadProgress.Update.DONE)
			.expectNext(List.of(UploadProgress.Update.DONE))
			.verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 100, 4000 })
	void releasesBuffersWhenAllIsWell(int bufferSize) {
		String body = part("files", "a.txt", "x".repeat(9000)) + part("other", "b.txt", "y".repeat(9000))
				+ part("files", "c.txt", "") + end();
		assertThat(exchange(split(body, bufferSize))).isEqualTo(200);
		assertAllReleased();
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 100, 4000 })
	void releasesBuffersAfterAFailure(int bufferSize) {
		String tooLarge = part("files", "a.txt", "x".repeat(30_000)) + part("files", "b.txt", "y".repeat(9000)) + end();
		assertThat(exchange(split(tooLarge, bufferSize))).isEqualTo(413);
		assertAllReleased();
		String badName = part("files", "..", "x".repeat(9000)) + part("files", "b.txt", "y".repeat(9000)) + end();
		assertThat(exchange(split(badName, bufferSize))).isEqualTo(400);
		assertAllReleased();
		String cut = part("files", "a.txt", "x".repeat(9000)).substring(0, 8000);
		assertThat(exchange(split(cut, bufferSize))).isEqualTo(400);
		assertAllReleased();
	}

	@Test
	void releasesBuffersWhenTheClientLeaves() throws IOException {
		Flux<DataBuffer> content = split(part("files", "a.txt", "x".repeat(9000)), 100).concatWith(Mono.never());
		Disposable exchange = this.server.handler().handle(request(content), new MockServerHttpResponse()).subscribe();
		Await.until("the file is being written", () -> temporaryFiles() > 0);
		exchange.dispose();
		Await.until("nothing is left", () -> temporaryFiles() == 0 && !anyAllocated());
	}

	private int exchange(Flux<DataBuffer> content) {
		MockServerHttpResponse response = new MockServerHttpResponse();
		this.server.handler().handle(request(content), response).block();
		return response.getStatusCode().value();
	}

	private static MockServerHttpRequest request(Flux<DataBuffer> content) {
		return MockServerHttpRequest.post("/gradio_api/upload")
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.body(content);
	}

	private Flux<DataBuffer> split(String body, int size) {
		NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
		return Flux.range(0, (bytes.length + size - 1) / size).map((i) -> {
			DataBuffer buffer = factory.allocateBuffer(size);
			buffer.write(bytes, i * size, Math.min(size, bytes.length - i * size));
			synchronized (this.buffers) {
				this.buffers.add(buffer);
			}
			return buffer;
		});
	}

	private void assertAllReleased() {
		// The rest of a request is released in the background
		Await.until("all buffers are released", () -> !anyAllocated());
		assertThat(this.buffers).isNotEmpty();
	}

	private boolean anyAllocated() {
		synchronized (this.buffers) {
			return this.buffers.stream().anyMatch((buffer) -> ((PooledDataBuffer) buffer).isAllocated());
		}
	}

	private long temporaryFiles() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(".tmp")).count();
		}
	}

	private HttpResponse<String> post(String query, String body) throws Exception {
		return send(query, "multipart/form-data; boundary=" + BOUNDARY, body);
	}

	private HttpResponse<String> send(String query, String contentType, String body) throws Exception {
		return send(this.server.start(), query, contentType, body);
	}

	private static HttpResponse<String> send(int port, String query, String contentType, String body) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gradio_api/upload" + query))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static List<String> paths(String json) {
		return GradioProtocol.jsonMapper().readTree(json).values().stream().map(JsonNode::stringValue).toList();
	}

	private static String part(String field, String filename, String content) {
		return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n"
			.formatted(BOUNDARY, field, filename, content);
	}

	private static String end() {
		return "--" + BOUNDARY + "--\r\n";
	}

}
