package io.github.gradiospring.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls each endpoint as curl would: a POST to start, a GET to read the results. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sample.word-delay=0ms")
class SampleApplicationTests {

	private final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	private WebTestClient client;

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.responseTimeout(Duration.ofSeconds(60))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
			.build();
	}

	@Test
	void infoListsTheEndpoints() {
		JsonNode endpoints = this.client.get()
			.uri("/gradio_api/info")
			.exchangeSuccessfully()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody()
			.path("named_endpoints");
		assertThat(endpoints.propertyNames()).containsExactlyInAnyOrder("/calculator", "/filter", "/mandelbrot", "/ask",
				"/similar", "/describe", "/simulate", "/ask_neighbour");
		assertThat(endpoints)
			.allSatisfy((endpoint) -> assertThat(endpoint.path("description").asString()).isNotEmpty());
		assertThat(endpoints.at("/~1calculator/parameters").valueStream())
			.extracting((parameter) -> parameter.path("component").asString())
			.containsExactly("Number", "Dropdown", "Number", "Slider");
	}

	@Test
	void calculates() {
		assertThat(result("calculator", "[7, \"divide\", 3, 4]").path(0).doubleValue()).isEqualTo(2.3333);
	}

	@Test
	void saysWhyACalculationFailed() {
		ServerSentEvent<String> event = last(call("calculator", "[7, \"divide\", 0, 4]"));
		assertThat(event.event()).isEqualTo("error");
		assertThat(event.data()).contains("Nothing can be divided by zero.");
	}

	@Test
	void filtersAnUploadedPicture() throws IOException {
		BufferedImage red = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		red.setRGB(5, 5, 0xFF0000);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(red, "png", png);
		BufferedImage gray = image(
				result("filter", "[%s, \"grayscale\", 10]".formatted(upload("red.png", png.toByteArray()))).path(0));
		assertThat(gray.getWidth()).isEqualTo(40);
		assertThat(gray.getRGB(5, 5)).isEqualTo(0xFF4C4C4C);
	}

	@Test
	void rendersFromCoarseToFine() throws IOException {
		List<ServerSentEvent<String>> events = call("mandelbrot", "[-0.75, 0, 0, 100, \"fire\"]");
		assertThat(events).extracting(ServerSentEvent::event)
			.containsExactly("generating", "generating", "generating", "generating", "generating", "complete");
		BufferedImage picture = image(data(last(events)).path(0));
		assertThat(picture.getRGB(320, 240)).isEqualTo(0xFF000000);
		assertThat(picture.getRGB(0, 0)).isNotEqualTo(0xFF000000);
	}

	@Test
	void answersWordByWord() {
		List<ServerSentEvent<String>> events = call("ask", "[\"What is backpressure?\"]");
		assertThat(events).hasSizeGreaterThan(10);
		// Before the answer stands the state, which callers never see.
		assertThat(data(last(events)).path(0).isNull()).isTrue();
		assertThat(data(last(events)).path(1).asString()).contains("**Backpressure** means", "(reactive-streams.md)");
	}

	@Test
	void remembersTheQuestionOfTheSession() {
		result("ask", "[\"Who was Erlang?\"], \"session_hash\": \"visitor\"");
		JsonNode answer = result("ask", "[\"What was he asking?\"], \"session_hash\": \"visitor\"").path(1);
		assertThat(answer.asString()).contains("telephone exchange of Copenhagen");
	}

	@Test
	void findsSimilarSentences() {
		JsonNode rows = result("similar", "[\"the reader sets the pace\"]").path(0).path("data");
		assertThat(rows.path(0).path(1).asString()).isEqualTo("Backpressure means that the reader sets the pace.");
	}

	@Test
	void describesAnUploadedTable() {
		byte[] csv = "name,size\nanne,3\nbob,5\n".getBytes(StandardCharsets.UTF_8);
		JsonNode result = result("describe", "[%s, \"comma\"]".formatted(upload("people.csv", csv)));
		assertThat(result.path(0).path("headers").valueStream()).extracting(JsonNode::asString)
			.startsWith("column", "kind", "values");
		assertThat(result.path(0).path("data").path(1).path(0).asString()).isEqualTo("size");
		assertThat(result.path(1).path("confidences")).hasSize(2);
	}

	@Test
	void simulatesStepByStep() throws IOException {
		List<ServerSentEvent<String>> events = call("simulate", "[50, 3, 3, 20000, 1]");
		assertThat(events).hasSize(21);
		JsonNode result = data(last(events));
		assertThat(result.path(0).path("data").path(0).path(2).asString()).isEqualTo("0.8333");
		assertThat(image(result.path(1)).getWidth()).isEqualTo(640);
	}

	@Test
	void theActuatorShowsTheQueues() {
		this.client.get()
			.uri("/actuator/gradio")
			.exchangeSuccessfully()
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("mandelbrot", "simulate"));
	}

	private JsonNode result(String endpoint, String data) {
		ServerSentEvent<String> event = last(call(endpoint, data));
		assertThat(event.event()).as(event.data()).isEqualTo("complete");
		return data(event);
	}

	private List<ServerSentEvent<String>> call(String endpoint, String data) {
		String eventId = this.client.post()
			.uri("/gradio_api/call/{endpoint}", endpoint)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"data\": " + data + "}")
			.exchangeSuccessfully()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody()
			.path("event_id")
			.asString();
		List<ServerSentEvent<String>> events = this.client.get()
			.uri("/gradio_api/call/{endpoint}/{event}", endpoint, eventId)
			.exchangeSuccessfully()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.getResponseBody()
			.filter((event) -> !"heartbeat".equals(event.event()))
			.collectList()
			.block();
		return Objects.requireNonNull(events);
	}

	private static <T> T last(List<T> events) {
		return events.get(events.size() - 1);
	}

	private JsonNode data(ServerSentEvent<String> event) {
		return this.json.readTree(event.data());
	}

	/** Uploads a file; the answer refers to it in a call. */
	private String upload(String name, byte[] content) {
		Resource file = new ByteArrayResource(content) {
			@Override
			public String getFilename() {
				return name;
			}
		};
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("files", file);
		String path = this.client.post()
			.uri("/gradio_api/upload")
			.bodyValue(body.build())
			.exchangeSuccessfully()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody()
			.path(0)
			.asString();
		return "{\"path\": %s, \"meta\": {\"_type\": \"gradio.FileData\"}}"
			.formatted(this.json.writeValueAsString(path));
	}

	private BufferedImage image(JsonNode file) throws IOException {
		byte[] content = this.client.get()
			.uri(file.path("url").asString())
			.exchangeSuccessfully()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return ImageIO.read(new ByteArrayInputStream(content));
	}

}
