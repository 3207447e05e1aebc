package io.github.gradiospring.server.endpoint;

import java.util.List;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.component.UnmappedTypeException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Endpoints made in code. */
class EndpointFactoryTests {

	private final EndpointFactory endpoints = new EndpointFactory(EndpointFixture.kinds());

	@Test
	void componentsByType() {
		Endpoint endpoint = this.endpoints.endpoint("repeat")
			.input("text", String.class)
			.input("times", ResolvableType.forClass(int.class), "2")
			.output("result", String.class)
			.with((builder) -> builder.visibility(ApiVisibility.UNDOCUMENTED))
			.function((call) -> Flux
				.just(List.of(String.valueOf(call.arguments().get(0)).repeat((Integer) call.arguments().get(1)))));
		assertThat(endpoint.visibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
		assertThat(endpoint.inputs()).extracting((input) -> input.binding().component().type())
			.containsExactly("textbox", "number");
		assertThat(endpoint.inputs()).extracting(EndpointInput::hasDefault).containsExactly(false, true);
		assertThat(endpoint.inputs().get(1).defaultValue()).isEqualTo(json(2));
		try (EndpointFixture fixture = EndpointFixture.of(endpoint)) {
			assertThat(fixture.values("repeat", "a", 3)).containsExactly(json("aaa"));
		}
	}

	@Test
	void unmappedType() {
		assertThatExceptionOfType(UnmappedTypeException.class)
			.isThrownBy(() -> this.endpoints.endpoint("bad").input("thread", Thread.class));
	}

}
