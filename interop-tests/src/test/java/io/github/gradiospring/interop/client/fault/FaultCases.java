package io.github.gradiospring.interop.client.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;
import io.github.gradiospring.client.call.GradioJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What tests of failures have in common. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
abstract class FaultCases {

	static final Duration LIMIT = Duration.ofSeconds(20);

	private final List<GradioClient> clients = new ArrayList<>();

	private final List<ScriptedGradio> servers = new ArrayList<>();

	final GradioClient client(String url) {
		return client(url, UnaryOperator.identity());
	}

	final GradioClient client(String url, UnaryOperator<GradioClientBuilder> settings) {
		GradioClient client = settings.apply(GradioClient.builder().url(url)).build();
		this.clients.add(client);
		return client;
	}

	final ScriptedGradio server() {
		ScriptedGradio server = new ScriptedGradio();
		this.servers.add(server);
		return server;
	}

	@AfterEach
	final void closeAll() {
		this.clients.forEach((client) -> client.close().block(LIMIT));
		this.servers.forEach(ScriptedGradio::close);
	}

	static GradioJob<String> submit(GradioClient client) {
		return client.endpoint("/echo").inputs("x").submit(String.class);
	}

	static Mono<String> call(GradioClient client) {
		return client.endpoint("/echo").inputs("x").retrieve(String.class);
	}

	/** The error of a call that ends, and not twice. */
	static <T extends Throwable> T failure(Class<T> type, Mono<?> call) {
		List<Signal<?>> signals = new ArrayList<>();
		T error = assertThatExceptionOfType(type).isThrownBy(() -> call.doOnEach(signals::add).block(LIMIT)).actual();
		assertThat(signals).hasSize(1);
		return error;
	}

}
