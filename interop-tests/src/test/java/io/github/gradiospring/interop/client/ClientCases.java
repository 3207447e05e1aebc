package io.github.gradiospring.interop.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;
import io.github.gradiospring.interop.client.Server.Profile;
import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Cases of the list that a client has to show, named after their number. A subclass says
 * against which server, and adds the cases that only this server has.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
abstract class ClientCases {

	static final Duration LIMIT = Duration.ofSeconds(30);

	private final Server server;

	private final List<GradioClient> clients = Collections.synchronizedList(new ArrayList<>());

	private final List<RecordingProxy> proxies = new ArrayList<>();

	ClientCases(Server server) {
		this.server = server;
	}

	final Server server() {
		return this.server;
	}

	final GradioClient client(Profile profile) {
		return client(this.server.url(profile));
	}

	final GradioClient client(String url) {
		return client(url, UnaryOperator.identity());
	}

	/** A client that is closed after the test. */
	final GradioClient client(String url, UnaryOperator<GradioClientBuilder> settings) {
		GradioClient client = settings.apply(GradioClient.builder().url(url)).build();
		this.clients.add(client);
		return client;
	}

	/** A proxy that is closed after the test. */
	final RecordingProxy proxy(Profile profile) {
		RecordingProxy proxy = RecordingProxy.to(this.server.url(profile));
		this.proxies.add(proxy);
		return proxy;
	}

	@AfterEach
	final void closeAll() {
		this.clients.forEach((client) -> client.close().block(LIMIT));
		this.proxies.forEach(RecordingProxy::close);
	}

	static <T extends Throwable> T failure(Class<T> type, Mono<?> call) {
		return assertThatExceptionOfType(type).isThrownBy(() -> call.block(LIMIT)).actual();
	}

	/** The client still works, whatever happened before. */
	static void stillWorks(GradioClient client, String endpoint, Object input, Object result) {
		Object answer = client.endpoint(endpoint).inputs(input).retrieve(Object.class).block(LIMIT);
		org.assertj.core.api.Assertions.assertThat(answer).isEqualTo(result);
	}

	static JsonNode json(String text) {
		return GradioProtocol.jsonMapper().readTree(text);
	}

	/**
	 * What {@code /swap} gives.
	 *
	 * @param number the number
	 * @param text the text
	 */
	record Swapped(double number, String text) {
	}

}
