package io.github.gradiospring.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.github.gradiospring.interop.FixtureApp;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.session.GradioSessions;
import io.github.gradiospring.server.session.InMemoryEventLog;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills clients at random moments, and then counts what is left of them: nothing.
 */
@ExtendWith(OutputCaptureExtension.class)
class SoakTests {

	private static final int CLIENTS = 16;

	private static final int DEATHS_PER_CLIENT = 60;

	private static final String JSON = "application/json";

	/**
	 * What is called, with what. A call that nobody waits for runs all the same, so most
	 * of them are short.
	 */
	private static final List<Call> CALLS = List.of(new Call("spell", "\"ab\""), new Call("spell", "\"abc\""),
			new Call("count", "2"), new Call("count", "4"), new Call("sleep", "0.1"),
			new Call("greet", "\"Bob\", \"!\""), new Call("batch", "\"x\", 1"), new Call("cached_stream", "\"cached\""),
			new Call("stream_chat", "\"hi\""), new Call("unlimited", "0.2"), new Call("parallel", "0.2"),
			new Call("shared_a", "0.1"), new Call("shared_b", "0.1"), new Call("stream_pair", "\"words\""),
			new Call("increment_with_queue", "null"), new Call("gr_error", "\"x\""), new Call("big", ""));

	/** These take seconds. */
	private static final List<Call> LONG_CALLS = List.of(new Call("iterate", ""), new Call("progress", "\"x\""),
			new Call("stream_chunks", "\"chunk\""));

	private static ApplicationContext application;

	private static int port;

	@TempDir
	static Path folder;

	@BeforeAll
	static void start() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		System.setProperty("gradio.files.directory", folder.toString());
		try {
			application = FixtureApp.SOAK.context();
		}
		finally {
			System.clearProperty("gradio.files.directory");
		}
		port = FixtureApp.SOAK.port();
	}

	@Test
	void clientsThatDieLeaveNothingBehind(CapturedOutput output) throws Exception {
		long seed = new Random().nextLong();
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Future<?>> ends = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				Random random = new Random(seed + i);
				ends.add(clients.submit(() -> {
					for (int death = 0; death < DEATHS_PER_CLIENT; death++) {
						dieOnce(random);
					}
					return null;
				}));
			}
			for (Future<?> end : ends) {
				end.get();
			}
		}
		finally {
			clients.shutdownNow();
		}
		await().atMost(Duration.ofSeconds(60)).untilAsserted(SoakTests::nothingIsLeft);
		stillWorks();
		System.gc();
		stillWorks();
		assertThat(output).doesNotContain("LEAK: ");
	}

	private static void dieOnce(Random random) throws IOException {
		String session = "soak" + Long.toHexString(random.nextLong());
		List<Call> calls = (random.nextInt(40) == 0) ? LONG_CALLS : CALLS;
		Call call = calls.get(random.nextInt(calls.size()));
		String body = "{\"data\": [%s], \"session_hash\": \"%s\", \"fn_index\": %d}".formatted(call.data(), session,
				index(call.name()));
		try (DyingClient heartbeat = new DyingClient(port, random);
				DyingClient join = new DyingClient(port, random);
				DyingClient stream = new DyingClient(port, random)) {
			heartbeat.get("/gradio_api/heartbeat/" + session);
			switch (random.nextInt(6)) {
				case 0 -> join.post("/gradio_api/run/" + call.name(), JSON, body);
				case 1 -> join.post("/gradio_api/call/" + call.name(), JSON, body);
				case 2 -> join.post("/gradio_api/upload?upload_id=" + session, "multipart/form-data; boundary=soak",
						upload(random));
				default -> join.post("/gradio_api/queue/join", JSON, body);
			}
			join.readABit();
			stream.get("/gradio_api/queue/data?session_hash=" + session);
			stream.readABit();
		}
		catch (IOException ex) {
			// a client that dies does not care
			assertThat(ex).hasMessageNotContaining("refused");
		}
	}

	private static int index(String name) {
		return application.getBean(EndpointRegistry.class).find(name).orElseThrow().id();
	}

	private static String upload(Random random) {
		return "--soak\r\nContent-Disposition: form-data; name=\"files\"; filename=\"soak.txt\"\r\n\r\n"
				+ "x".repeat(random.nextInt(200_000)) + "\r\n--soak--\r\n";
	}

	private static void nothingIsLeft() {
		GradioQueue queue = application.getBean(GradioQueue.class);
		assertThat(queue.size().block()).as("waiting events").isZero();
		assertThat(queue.status()).allSatisfy((status) -> {
			assertThat(status.waiting()).as("waiting in %s", status.id()).isZero();
			assertThat(status.running()).as("running in %s", status.id()).isZero();
		});
		assertThat(application.getBean(GradioSessions.class).size()).as("sessions").isZero();
		assertThat(application.getBean(InMemoryEventLog.class).size()).as("channels").isZero();
		assertThat(application.getBean(ThreadPoolTaskExecutor.class).getActiveCount()).as("workers").isZero();
		assertThat(Thread.getAllStackTraces().values()).as("threads in an endpoint")
			.noneMatch((frames) -> Arrays.stream(frames)
				.anyMatch((frame) -> frame.getClassName().startsWith("io.github.gradiospring.fixture.Pause")));
		assertThat(unfinishedFiles()).as("unfinished files").isEmpty();
	}

	/** Finished ones are in a folder named after their content. */
	private static List<Path> unfinishedFiles() {
		try (Stream<Path> files = Files.walk(folder, 2)) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void stillWorks() {
		String answer = RestClient.create(FixtureApp.SOAK.url())
			.post()
			.uri("/gradio_api/run/greet")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"data\": [\"Bob\", \"!\"]}")
			.retrieve()
			.body(String.class);
		assertThat(answer).contains("Hello Bob!");
	}

	/**
	 * What a client calls before it dies.
	 *
	 * @param name the endpoint
	 * @param data its values as JSON
	 */
	private record Call(String name, String data) {
	}

}
