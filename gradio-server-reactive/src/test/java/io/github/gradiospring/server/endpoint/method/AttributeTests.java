package io.github.gradiospring.server.endpoint.method;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.Map;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.annotation.GradioCached;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.endpoint.CachePolicy;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.QueuePolicy;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.MapPropertySource;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What the annotations say of an endpoint. */
class AttributeTests {

	@Test
	void defaults() {
		try (EndpointFixture fixture = EndpointFixture.of(Plain.class)) {
			Endpoint endpoint = fixture.endpoint("plain");
			assertThat(endpoint.description()).isEmpty();
			assertThat(endpoint.visibility()).isEqualTo(ApiVisibility.PUBLIC);
			assertThat(endpoint.queued()).isTrue();
			assertThat(endpoint.queue()).isEqualTo(new QueuePolicy("plain", 1, false, 4, null, null));
			assertThat(endpoint.cache()).isNull();
			assertThat(endpoint.chunkedInput()).isFalse();
			assertThat(endpoint.streamEvery()).isEqualTo(Duration.ofMillis(500));
			assertThat(endpoint.validator()).isNull();
			assertThat(endpoint.origin()).isEqualTo(Plain.class.getName() + ".plain()");
		}
	}

	@Test
	void declared() {
		try (EndpointFixture fixture = EndpointFixture.of(Declared.class)) {
			Endpoint endpoint = fixture.endpoint("api-name");
			assertThat(endpoint.description()).isEqualTo("What it does.");
			assertThat(endpoint.visibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
			assertThat(endpoint.queued()).isFalse();
			assertThat(endpoint.queue())
				.isEqualTo(new QueuePolicy("gpu", 3, false, 4, Duration.ofSeconds(2), Duration.ofSeconds(30)));
			assertThat(endpoint.cache()).isEqualTo(new CachePolicy(true, 10, Duration.ofMinutes(10)));
			assertThat(fixture.endpoint("chunks").chunkedInput()).isTrue();
			assertThat(fixture.endpoint("chunks").streamEvery()).isEqualTo(Duration.ofMillis(250));
			assertThat(fixture.endpoint("unlimited").queue().concurrencyLimit()).isZero();
		}
	}

	@Test
	void attributeOfTheMethodWinsOverThatOfTheType() {
		try (EndpointFixture fixture = EndpointFixture.of(OnType.class)) {
			Endpoint inherited = fixture.endpoint("inherited");
			assertThat(inherited.description()).isEqualTo("of the type");
			assertThat(inherited.visibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
			assertThat(inherited.queue().concurrencyId()).isEqualTo("shared");
			assertThat(inherited.queue().timeLimit()).isEqualTo(Duration.ofSeconds(5));
			assertThat(inherited.cache()).isEqualTo(new CachePolicy(false, 128, Duration.ofHours(1)));
			Endpoint own = fixture.endpoint("renamed");
			assertThat(own.description()).isEqualTo("of the method");
			assertThat(own.visibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
			assertThat(own.queue().concurrencyId()).isEqualTo("shared");
			assertThat(own.queue().timeLimit()).isEqualTo(Duration.ofSeconds(1));
			assertThat(own.cache()).isEqualTo(new CachePolicy(false, 1, Duration.ofHours(1)));
		}
	}

	@Test
	void limitOfAConcurrencyIdHoldsForAllItsEndpoints() {
		try (EndpointFixture fixture = EndpointFixture.of(SharedLimit.class)) {
			assertThat(fixture.endpoint("first").queue().concurrencyLimit()).isEqualTo(4);
			assertThat(fixture.endpoint("second").queue().concurrencyLimit()).isEqualTo(4);
		}
	}

	@Test
	void placeholders() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("tools.name", "configured", "tools.limit", "7s")));
		try (EndpointFixture fixture = EndpointFixture.of(context, Placeholders.class)) {
			Endpoint endpoint = fixture.endpoint("configured");
			assertThat(endpoint.queue().timeLimit()).isEqualTo(Duration.ofSeconds(7));
			assertThat(endpoint.inputs().get(0).defaultValue()).isEqualTo(json("fallback"));
		}
	}

	@Test
	void annotationOfTheApplication() {
		try (EndpointFixture fixture = EndpointFixture.of(Composed.class)) {
			Endpoint endpoint = fixture.endpoint("custom");
			assertThat(endpoint.queue().concurrencyId()).isEqualTo("gpu");
			assertThat(endpoint.queue().concurrencyLimit()).isEqualTo(2);
		}
	}

	static class Plain {

		@GradioEndpoint
		void plain() {
		}

	}

	static class Declared {

		@GradioEndpoint(name = "/api-name", description = "What it does.", visibility = ApiVisibility.UNDOCUMENTED,
				queue = false, concurrencyLimit = 3, concurrencyId = "gpu", timeLimit = "30s",
				estimatedDuration = "PT2S")
		@GradioCached(perSession = true, maxSize = 10, timeToLive = "10m")
		void declared() {
		}

		@GradioEndpoint(chunkedInput = true, streamEvery = "250ms")
		void chunks(String chunk) {
		}

		@GradioEndpoint(concurrencyLimit = GradioEndpoint.UNLIMITED)
		void unlimited() {
		}

	}

	@GradioEndpoint(description = "of the type", visibility = ApiVisibility.UNDOCUMENTED, concurrencyId = "shared",
			timeLimit = "5s")
	@GradioCached
	public static class OnType {

		public void inherited() {
		}

		@GradioEndpoint(name = "renamed", description = "of the method", timeLimit = "1s")
		@GradioCached(maxSize = 1)
		public void own() {
		}

	}

	static class SharedLimit {

		@GradioEndpoint(concurrencyId = "shared")
		void first() {
		}

		@GradioEndpoint(concurrencyId = "shared", concurrencyLimit = 4)
		void second() {
		}

	}

	static class Placeholders {

		@GradioEndpoint(name = "${tools.name}", timeLimit = "${tools.limit}")
		void placeholders(@GradioParam(defaultValue = "${tools.text:fallback}") String text) {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@GradioEndpoint(concurrencyId = "gpu", concurrencyLimit = 2)
	@interface GpuEndpoint {

		@AliasFor(annotation = GradioEndpoint.class, attribute = "name")
		String value();

	}

	static class Composed {

		@GpuEndpoint("custom")
		void composed() {
		}

	}

}
