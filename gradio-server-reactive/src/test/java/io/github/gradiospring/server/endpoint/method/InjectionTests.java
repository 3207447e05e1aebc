package io.github.gradiospring.server.endpoint.method;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.GradioException;
import io.github.gradiospring.server.endpoint.GradioLog;
import io.github.gradiospring.server.endpoint.GradioProgress;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.session.GradioSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.NullNode;

import org.springframework.core.MethodParameter;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Parameters that get their value from the call, not from the wire. */
class InjectionTests {

	private final EndpointFixture fixture = EndpointFixture.of(Injected.class, LocaleResolver.class);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void onlyPlainParametersAreInputs() {
		assertThat(this.fixture.registry.endpoints())
			.allSatisfy((endpoint) -> assertThat(endpoint.inputs()).extracting(EndpointInput::name)
				.containsExactlyElementsOf(endpoint.name().equals("between") ? List.of("first", "second") : List.of()));
	}

	@Test
	void inputsKeepTheirPlacesAroundInjectedParameters() {
		assertThat(this.fixture.values("between", "a", 2)).containsExactly(json("a session 2"));
	}

	@Test
	void progress() {
		this.fixture.rows("progress");
		assertThat(this.fixture.reports.progress).hasSize(1);
		assertThat(this.fixture.reports.progress.get(0)).singleElement()
			.satisfies((unit) -> assertThat(unit.progress()).isEqualTo(0.5));
	}

	@Test
	void log() {
		this.fixture.rows("log");
		assertThat(this.fixture.reports.logs).containsExactly("info hello Info 10.0 true");
	}

	@Test
	void request() {
		assertThat(this.fixture.values("request")).containsExactly(json("custom [1] http://localhost:7860"));
	}

	@Test
	void session() {
		assertThat(this.fixture.values("session")).containsExactly(json("session"));
		this.fixture.session = null;
		assertThat(this.fixture.values("session")).containsExactly(NullNode.getInstance());
	}

	@Test
	void principal() {
		this.fixture.principal = () -> "ada";
		assertThat(this.fixture.values("principal")).containsExactly(json("ada"));
		assertThat(this.fixture.values("optionalPrincipal")).containsExactly(json("ada"));
		assertThat(this.fixture.values("neededPrincipal")).containsExactly(json("ada"));
	}

	@Test
	void nobodyIsLoggedIn() {
		assertThat(this.fixture.values("principal")).containsExactly(json("nobody"));
		assertThat(this.fixture.values("optionalPrincipal")).containsExactly(json("nobody"));
		assertThatExceptionOfType(GradioException.class).isThrownBy(() -> this.fixture.rows("neededPrincipal"))
			.withMessage("Please log in first.");
	}

	@Test
	void principalOfAnotherType() {
		this.fixture.principal = () -> "ada";
		assertThat(this.fixture.values("special")).containsExactly(json("none"));
		this.fixture.principal = new SpecialPrincipal();
		assertThat(this.fixture.values("special")).containsExactly(json("special"));
	}

	@Test
	void resolverOfTheApplication() {
		assertThat(this.fixture.values("locale")).containsExactly(json("de"));
	}

	static class Injected {

		@GradioEndpoint
		String between(GradioProgress progress, String first, GradioSession session, int second, GradioLog log) {
			return first + " " + session.sessionHash() + " " + second;
		}

		@GradioEndpoint
		void progress(GradioProgress progress) {
			progress.report(0.5, "half");
		}

		@GradioEndpoint
		void log(GradioLog log) {
			log.info("hello");
		}

		@GradioEndpoint
		String request(GradioRequest request) {
			return request.headers().getFirst("x-custom") + " " + request.queryParams().get("q") + " "
					+ request.rootUrl();
		}

		@GradioEndpoint
		String session(GradioSession session) {
			return session.sessionHash();
		}

		@GradioEndpoint
		String principal(@Nullable Principal principal) {
			return (principal != null) ? principal.getName() : "nobody";
		}

		@GradioEndpoint
		String optionalPrincipal(Optional<Principal> principal) {
			return principal.map(Principal::getName).orElse("nobody");
		}

		@GradioEndpoint
		String neededPrincipal(Principal principal) {
			return principal.getName();
		}

		@GradioEndpoint
		String special(@Nullable SpecialPrincipal principal) {
			return (principal != null) ? principal.getName() : "none";
		}

		@GradioEndpoint
		String locale(Locale locale) {
			return locale.toLanguageTag();
		}

	}

	static class SpecialPrincipal implements Principal {

		@Override
		public String getName() {
			return "special";
		}

	}

	static class LocaleResolver implements ArgumentResolver {

		@Override
		public boolean supports(MethodParameter parameter) {
			return parameter.getParameterType() == Locale.class;
		}

		@Override
		public Object resolve(MethodParameter parameter, EndpointCall call) {
			return Locale.GERMAN;
		}

	}

}
