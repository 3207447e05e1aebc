package io.github.gradiospring.interop.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.CallRoute;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.call.GradioEvent.Completed;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.ClientClosedException;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.message.CacheUse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Cases 34 to 38. */
abstract class OtherCases extends ClientCases {

	OtherCases(Server server) {
		super(server);
	}

	@Test
	void case34_chunksUntilTheirEnd() {
		GradioJob<String> job = client(Profile.MAIN).endpoint("/stream_chunks").inputs("one").submit(String.class);
		await().atMost(LIMIT).until(() -> job.outputs().contains("chunk:one"));
		assertThat(job.send("two").block(LIMIT)).isTrue();
		await().atMost(LIMIT).until(() -> job.outputs().contains("chunk:two"));
		job.endOfInput().block(LIMIT);
		assertThat(job.result().block(LIMIT)).isEqualTo("chunk:two");
		assertThat(job.outputs()).startsWith("chunk:one", "chunk:two");
		assertThat(job.send("three").block(LIMIT)).isFalse();
	}

	@Test
	void case34_chunksUntilTheTimeLimit() {
		GradioJob<String> job = client(Profile.MAIN).endpoint("/stream_chunks").inputs("one").submit(String.class);
		assertThat(job.result().block(LIMIT)).isEqualTo("chunk:one");
	}

	@Test
	void case35_eventData() {
		JsonNode data = client(Profile.MAIN).endpoint("/event_data")
			.eventData(Map.of("index", List.of(1, 2), "value", "v"))
			.retrieve(JsonNode.class)
			.block(LIMIT);
		assertThat(data).isEqualTo(json("{\"index\": [1, 2], \"value\": \"v\"}"));
	}

	@Test
	void case35_batch() {
		GradioClient client = client(Profile.MAIN);
		List<Batched> results = Flux.range(0, 6)
			.flatMapSequential((i) -> client.endpoint("/batch").inputs("t" + i, i).retrieve(Batched.class))
			.collectList()
			.block(LIMIT);
		assertThat(results).extracting(Batched::text).containsExactly("t0:0", "t1:1", "t2:2", "t3:3", "t4:4", "t5:5");
		assertThat(results).extracting(Batched::size).allMatch((size) -> size >= 1 && size <= 4).contains(4);
	}

	@Test
	void case35_cachedResults() {
		EndpointSpec call = client(Profile.MAIN).endpoint("/cached").inputs(client(Profile.MAIN).sessionHash());
		Completed<String> first = (Completed<String>) call.events(String.class).blockLast(LIMIT);
		Completed<String> second = (Completed<String>) call.events(String.class).blockLast(LIMIT);
		assertThat(first.usedCache()).isNull();
		assertThat(second.usedCache()).isEqualTo(CacheUse.FULL);
		assertThat(second.value()).isEqualTo(first.value());
	}

	@Test
	void case36_typedFunctions() {
		GradioClient client = client(Profile.SERVER);
		stillWorks(client, "/hello", "Bob", "Hello, Bob!");
		Sum sum = client.endpoint("/typed_add")
			.inputs(1)
			.input("tags", List.of("a", "b"))
			.retrieve(Sum.class)
			.block(LIMIT);
		assertThat(sum).isEqualTo(new Sum(3.5, List.of("a", "b")));
		assertThat(
				client.endpoint("/typed_add").inputs(1, 2).retrieve(JsonNode.class).block(LIMIT).path("tags").isNull())
			.isTrue();
		assertThat(client.endpoint("/stream_words").inputs("a b c").stream(String.class).collectList().block(LIMIT))
			.containsExactly("a", "a b", "a b c");
	}

	@Test
	void case37_callRoute() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		assertThat(client.endpoint("/spell")
			.inputs("abc")
			.route(CallRoute.CALL)
			.stream(String.class)
			.collectList()
			.block(LIMIT)).containsExactly("a", "ab", "abc");
		assertThat(client.endpoint("/increment_with_queue").route(CallRoute.CALL).retrieve(Integer.class).block(LIMIT))
			.isEqualTo(1);
		assertThat(client.endpoint("/swap").inputs("a", 1).route(CallRoute.CALL).retrieve(Swapped.class).block(LIMIT))
			.isEqualTo(new Swapped(1, "a"));
		assertThat(failure(ApplicationErrorException.class,
				client.endpoint("/gr_error").inputs("x").route(CallRoute.CALL).retrieve(String.class)))
			.hasMessage("Bad input: x");
		assertThat(proxy.requests("/queue/")).isEmpty();
	}

	@Test
	void case37_runRoute() {
		RecordingProxy proxy = proxy(Profile.MAIN);
		GradioClient client = client(proxy.url());
		assertThat(
				client.endpoint("/greet").inputs("Bob", "!").route(CallRoute.RUN).retrieve(String.class).block(LIMIT))
			.isEqualTo("Hello Bob!");
		assertThat(failure(ApplicationErrorException.class,
				client.endpoint("/plain_error").inputs("x").route(CallRoute.RUN).retrieve(String.class)))
			.hasMessage("plain failure: x");
		assertThat(proxy.requests("/queue/")).isEmpty();
		assertThat(proxy.requests("/run/")).hasSize(2);
	}

	@Test
	void case38_closingEndsOpenCallsAndFreesSockets() {
		GradioClient client = client(Profile.MAIN);
		int port = URI.create(server().url(Profile.MAIN)).getPort();
		int before = Sockets.to(port);
		GradioJob<String> job = client.endpoint("/spell").inputs("abcdefghijklmnop").submit(String.class);
		await().atMost(LIMIT).until(() -> !job.outputs().isEmpty());
		assertThat(Sockets.to(port)).isGreaterThan(before);
		StepVerifier.create(client.endpoint("/sleep").inputs(3).stream(String.class))
			.then(() -> client.close().block(LIMIT))
			.expectError(ClientClosedException.class)
			.verify(LIMIT);
		failure(ClientClosedException.class, job.result());
		failure(ClientClosedException.class, client.endpoint("/fast").inputs("x").retrieve(String.class));
		await().atMost(LIMIT).untilAsserted(() -> assertThat(Sockets.to(port)).isLessThanOrEqualTo(before));
	}

	/**
	 * What {@code /batch} gives.
	 *
	 * @param text the text
	 * @param size how many were in the batch
	 */
	record Batched(String text, int size) {
	}

	/**
	 * What {@code /typed_add} gives.
	 *
	 * @param sum the sum
	 * @param tags the tags
	 */
	record Sum(double sum, List<String> tags) {
	}

}
