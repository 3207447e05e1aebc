package io.github.gradiospring.interop.client.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.interop.client.Server;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A network that cuts, delays and truncates, made by Toxiproxy. */
abstract class NetworkCases extends FaultCases {

	private static final String LONG = "abcdefghijklmnop";

	private final Server server;

	private Toxiproxy proxy;

	NetworkCases(Server server) {
		this.server = server;
	}

	@BeforeEach
	void start() {
		this.proxy = Toxiproxy.to(this.server.url(Profile.MAIN));
	}

	@AfterEach
	void stop() {
		if (this.proxy != null) {
			this.proxy.close();
		}
	}

	private GradioClient client() {
		return client(this.proxy.url(), (builder) -> builder.silenceTimeout(Duration.ofSeconds(3)));
	}

	private static GradioJob<String> spelling(GradioClient client) {
		GradioJob<String> job = client.endpoint("/spell").inputs(LONG).submit(String.class);
		await().atMost(LIMIT).until(() -> job.status().state() == State.ITERATING);
		return job;
	}

	private static void works(GradioClient client) {
		assertThat(client.endpoint("/fast").inputs("x").retrieve(String.class).block(LIMIT)).isEqualTo("fast:x");
	}

	@Test
	void aNetworkThatIsGone() {
		GradioClient client = client();
		GradioJob<String> job = spelling(client);
		List<GradioJob<String>> waiting = Stream
			.generate(() -> client.endpoint("/spell").inputs("x").submit(String.class))
			.limit(5)
			.toList();
		await().atMost(LIMIT).until(() -> waiting.stream().allMatch((other) -> other.status().state() == State.QUEUED));
		this.proxy.goDown();
		failure(ConnectionLostException.class, job.result());
		waiting.forEach((other) -> failure(ConnectionLostException.class, other.result()));
		assertThat(job.outputs()).isNotEmpty();
		failure(GradioClientException.class, client.endpoint("/fast").inputs("x").retrieve(String.class));
		this.proxy.comeBack();
		works(client);
	}

	@Test
	void aMomentWithoutNetwork() {
		GradioClient client = client();
		GradioJob<String> job = spelling(client);
		this.proxy.goDown();
		this.proxy.comeBack();
		failure(ConnectionLostException.class, job.result());
		works(client);
	}

	@Test
	void resets() {
		GradioClient client = client();
		GradioJob<String> job = spelling(client);
		this.proxy.poison("reset_peer", Map.of("timeout", 0));
		failure(ConnectionLostException.class, job.result());
		this.proxy.cure("reset_peer");
		works(client);
	}

	@Test
	void truncation() {
		GradioClient client = client();
		works(client);
		this.proxy.poison("limit_data", Map.of("bytes", 100_000));
		failure(ConnectionLostException.class, client.endpoint("/big").retrieve(String.class));
		this.proxy.cure("limit_data");
		works(client);
	}

	@Test
	void silence() {
		GradioClient client = client();
		GradioJob<String> job = spelling(client);
		this.proxy.poison("timeout", Map.of("timeout", 0));
		failure(ConnectionLostException.class, job.result());
		this.proxy.cure("timeout");
		works(client);
	}

	@Test
	void crumbs() {
		GradioClient client = client();
		works(client);
		this.proxy.poison("slicer", Map.of("average_size", 5, "size_variation", 3, "delay", 100));
		assertThat(client.endpoint("/unicode").retrieve(String.class).block(LIMIT))
			.isEqualTo("before\u0085after \u2028 \uD83D\uDE00 \u00e9");
		assertThat(client.endpoint("/spell").inputs("abc").stream(String.class).collectList().block(LIMIT))
			.containsExactly("a", "ab", "abc");
		this.proxy.cure("slicer");
		works(client);
	}

	@Test
	void delays() {
		GradioClient client = client();
		this.proxy.poison("latency", Map.of("latency", 150, "jitter", 100));
		assertThat(client.endpoint("/spell").inputs("abc").stream(String.class).collectList().block(LIMIT))
			.containsExactly("a", "ab", "abc");
		this.proxy.cure("latency");
		works(client);
	}

	@Test
	void aNarrowLine() {
		GradioClient client = client();
		works(client);
		this.proxy.poison("bandwidth", Map.of("rate", 400));
		String big = client.endpoint("/big").retrieve(String.class).block(LIMIT);
		assertThat(big.equals("\ta\nb".repeat(90_000))).isTrue();
	}

}
