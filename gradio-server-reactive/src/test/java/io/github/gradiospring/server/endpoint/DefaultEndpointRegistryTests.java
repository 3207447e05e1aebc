package io.github.gradiospring.server.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.server.component.ComponentBindings;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The endpoints of all sources. */
class DefaultEndpointRegistryTests {

	@Test
	void idsFollowTheSources() {
		DefaultEndpointRegistry registry = new DefaultEndpointRegistry(List
			.of(() -> List.of(endpoint("a").build(), endpoint("b").build()), () -> List.of(endpoint("c").build())));
		assertThat(registry.endpoints()).extracting(Endpoint::name).containsExactly("a", "b", "c");
		assertThat(registry.endpoints()).extracting(Endpoint::id).containsExactly(0, 1, 2);
		assertThat(registry.find(2)).contains(registry.endpoints().get(2));
		assertThat(registry.find("b")).contains(registry.endpoints().get(1));
	}

	@Test
	void unknown() {
		DefaultEndpointRegistry registry = registry(endpoint("a"));
		assertThat(registry.find(-1)).isEmpty();
		assertThat(registry.find(1)).isEmpty();
		assertThat(registry.find("b")).isEmpty();
		assertThat(registry.find("/a")).isEmpty();
	}

	@Test
	void sourcesAreAskedOnceAndLate() {
		AtomicInteger asked = new AtomicInteger();
		DefaultEndpointRegistry registry = new DefaultEndpointRegistry(List.of(() -> {
			asked.incrementAndGet();
			return List.of(endpoint("a").build());
		}));
		assertThat(asked).hasValue(0);
		registry.afterSingletonsInstantiated();
		registry.endpoints();
		registry.find("a");
		assertThat(asked).hasValue(1);
	}

	@Test
	void duplicateName() {
		assertInvalid("It has the same API name '/a' as Tools.first().", endpoint("a").origin("Tools.first()"),
				endpoint("a").origin("Tools.second()"));
	}

	@Test
	void conflictingLimits() {
		assertInvalid("It limits the concurrency id 'shared' to 2, but /a limits it to 1.",
				endpoint("a").queue(new QueuePolicy("shared", 1, false, 4, null, null)),
				endpoint("b").queue(new QueuePolicy("shared", 2, false, 4, null, null)));
	}

	@Test
	void endpointsThatDoNotWaitHaveNoLimit() {
		assertThat(registry(endpoint("a").queue(new QueuePolicy("shared", 1, false, 4, null, null)),
				endpoint("b").queued(false).queue(new QueuePolicy("shared", 2, false, 4, null, null)))
			.endpoints()).hasSize(2);
	}

	@Test
	void conflictingStates() {
		assertInvalid("It declares the state 's' as java.lang.Integer, but /a declares it as java.lang.String.",
				endpoint("a").input(state("s", String.class)), endpoint("b").input(state("s", Integer.class)));
	}

	@Test
	void cancelsAnUnknownEndpoint() {
		assertInvalid("It cancels the endpoint '/b', which does not exist.", Endpoint.builder("a").cancels("b"));
		assertThat(registry(Endpoint.builder("a").cancels("b"), endpoint("b")).endpoints()).hasSize(2);
	}

	private static void assertInvalid(String problem, Endpoint.Builder... endpoints) {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> registry(endpoints).afterSingletonsInstantiated())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(problem));
	}

	private static DefaultEndpointRegistry registry(Endpoint.Builder... endpoints) {
		return new DefaultEndpointRegistry(
				List.of(() -> Arrays.stream(endpoints).map(Endpoint.Builder::build).toList()));
	}

	private static Endpoint.Builder endpoint(String name) {
		return Endpoint.builder(name).function((call) -> Flux.empty());
	}

	private static EndpointInput state(String name, Class<?> type) {
		return new EndpointInput(name, "", ComponentBindings.state(), true, false, null,
				new StateDeclaration(name, type, () -> null, false));
	}

}
