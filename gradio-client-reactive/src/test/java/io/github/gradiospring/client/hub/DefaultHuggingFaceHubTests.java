package io.github.gradiospring.client.hub;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.error.QuotaExceededException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.hub.FakeHub.Answer;
import io.github.gradiospring.client.hub.SpaceStatus.Stage;
import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DefaultHuggingFaceHub}. */
class DefaultHuggingFaceHubTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String APP = "https://owner-app.hf.space";

	private final FakeHub fake = new FakeHub();

	@AfterEach
	void stop() {
		this.fake.close();
	}

	/** Over HTTP. */
	private HuggingFaceHub hub(@Nullable String token) {
		return new DefaultHuggingFaceHub(WebClient.builder(), this.fake.start(), token, Schedulers.parallel());
	}

	/** Without a network, so that time can be virtual. */
	private HuggingFaceHub inVirtualTime(@Nullable String token) {
		return new DefaultHuggingFaceHub(WebClient.builder().exchangeFunction(this.fake), "https://hub.test", token,
				Schedulers.parallel());
	}

	private static <E extends GradioClientException> E failure(Class<E> type, Mono<?> mono) {
		return type.cast(mono.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block(LIMIT));
	}

	@Test
	void aPublicSpaceThatRuns() {
		this.fake.space("owner/app", APP, "RUNNING");
		assertThat(hub(null).resolve("owner/app").block(LIMIT))
			.isEqualTo(new SpaceAddress("owner/app", URI.create(APP + "/"), null));
		assertThat(this.fake.tokensSent()).containsOnly("null");
	}

	@Test
	void aPageIsANameToo() {
		this.fake.space("owner/app", APP, "RUNNING");
		assertThat(hub(null).resolve("https://huggingface.co/spaces/owner/app").block(LIMIT).root())
			.isEqualTo(URI.create(APP + "/"));
	}

	@Test
	void theAddressOfAnAppIsLookedUp() {
		this.fake.space("owner/app", APP, "RUNNING").on("GET /api/spaces/by-subdomain/owner-app", 200, """
				{"id": "owner/app", "runtime": {"stage": "RUNNING"}}""");
		assertThat(hub(null).resolve(APP).block(LIMIT).space()).isEqualTo("owner/app");
	}

	@Test
	void anAnswerWithoutANameIsNoSpace() {
		this.fake.on("GET /api/spaces/by-subdomain/owner-app", 200, "{\"id\": \"../../whoami-v2\"}");
		failure(NotAGradioAppException.class, hub(null).resolve(APP));
		assertThat(this.fake.routes()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                          | https://owner-my-app-2.hf.space/
			{"subdomain": "special"}                    | https://special.hf.space/
			{"host": "https://a.test/sub"}              | https://a.test/sub/
			{"subdomain": "x", "host": "https://b.test/"} | https://b.test/
			""")
	void whereASpaceIs(String answer, URI root) {
		this.fake.on("GET /api/spaces/owner/My_app.2/host", 200, answer)
			.on("GET /api/spaces/owner/My_app.2/runtime", 200, FakeHub.runtime("RUNNING", null, null));
		assertThat(hub(null).resolve("owner/My_app.2").block(LIMIT).root()).isEqualTo(root);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"host\": \"no address\"}", "{\"host\": \"mailto:x\"}" })
	void anAddressThatIsNone(String answer) {
		this.fake.on("GET /api/spaces/owner/app/host", 200, answer);
		failure(NotAGradioAppException.class, hub(null).resolve("owner/app"));
	}

	@Test
	void aPrivateSpaceNeedsTheToken() {
		this.fake.space("owner/private-app", APP, "RUNNING");
		AuthenticationException error = failure(AuthenticationException.class, hub(null).resolve("owner/private-app"));
		assertThat(error).hasMessageContaining("token");
	}

	@Test
	void aPrivateSpaceWithTheToken() {
		this.fake.space("owner/private-app", APP, "RUNNING");
		SpaceAddress address = hub(FakeHub.TOKEN).resolve("owner/private-app").block(LIMIT);
		assertThat(address.token()).isEqualTo(FakeHub.TOKEN);
		assertThat(address.toString()).doesNotContain(FakeHub.TOKEN);
		assertThat(this.fake.tokensSent()).containsOnly("Bearer " + FakeHub.TOKEN);
	}

	@Test
	void aWrongToken() {
		this.fake.space("owner/app", APP, "RUNNING");
		AuthenticationException error = failure(AuthenticationException.class,
				hub("hf_wrong_secret").resolve("owner/app"));
		assertThat(error).hasStackTraceContaining("refuses the token");
		assertThat(stackTrace(error)).doesNotContain("hf_wrong_secret");
	}

	@Test
	void anUnknownSpace() {
		failure(NotAGradioAppException.class, hub(FakeHub.TOKEN).resolve("owner/none"));
	}

	@Test
	void anUnknownSpaceThatTheHubHidesByItsErrorCode() {
		this.fake.on("GET /api/spaces/owner/none/host", new Answer(401, "{}", Map.of("X-Error-Code", "RepoNotFound")));
		failure(NotAGradioAppException.class, hub(FakeHub.TOKEN).resolve("owner/none"));
	}

	@Test
	void aRenamedSpace() {
		this.fake
			.on("GET /api/spaces/owner/old/host", new Answer(307, "", Map.of("Location", "/api/spaces/owner/app/host")))
			.on("GET /api/spaces/owner/old/runtime",
					new Answer(307, "", Map.of("Location", "/api/spaces/owner/app/runtime")))
			.space("owner/app", APP, "RUNNING");
		assertThat(hub(null).resolve("owner/old").block(LIMIT).root()).isEqualTo(URI.create(APP + "/"));
	}

	@Test
	void theTokenDoesNotLeaveTheHub() {
		try (FakeHub other = new FakeHub()) {
			String elsewhere = other.start();
			this.fake.on("GET /api/spaces/owner/app/host",
					new Answer(307, "", Map.of("Location", elsewhere + "/api/spaces/owner/app/host")));
			failure(ServerFailureException.class, hub(FakeHub.TOKEN).resolve("owner/app"));
			assertThat(other.routes()).isEmpty();
		}
	}

	@Test
	void aCircleOfRedirectsEnds() {
		this.fake.on("GET /api/spaces/owner/app/host",
				new Answer(307, "", Map.of("Location", "/api/spaces/owner/app/host")));
		failure(ServerFailureException.class, hub(null).resolve("owner/app"));
		assertThat(this.fake.routes()).hasSize(4);
	}

	@Test
	void aHubThatIsNotThere() {
		HuggingFaceHub hub = hub(FakeHub.TOKEN);
		this.fake.close();
		assertThat(failure(ConnectionLostException.class, hub.resolve("owner/app"))).hasMessageContaining("Hub");
	}

	@Test
	void aHubThatSendsAPage() {
		this.fake.on("GET /api/spaces/owner/app/host", 200, "<html>");
		failure(ConnectionLostException.class, hub(null).resolve("owner/app"));
	}

	@Test
	void aHubThatHasEnough() {
		this.fake.on("GET /api/spaces/owner/app/host", new Answer(429, "", Map.of("Retry-After", "30")));
		QuotaExceededException error = failure(QuotaExceededException.class, hub(null).resolve("owner/app"));
		assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@CsvSource({ "RUNNING,RUNNING", "RUNNING_BUILDING,RUNNING", "RUNNING_APP_STARTING,RUNNING", "PAUSED,PAUSED",
			"NO_APP_FILE,FAILED", "CONFIG_ERROR,FAILED", "BUILD_ERROR,FAILED", "RUNTIME_ERROR,FAILED",
			"DELETING,FAILED", "SOMETHING_NEW,UNKNOWN", "'',UNKNOWN" })
	void stagesThatStay(String stage, Stage expected) {
		this.fake.space("owner/app", APP, stage);
		StepVerifier.create(inVirtualTime(null).status("owner/app"))
			.expectNext(new SpaceStatus(expected, stage))
			.verifyComplete();
		assertThat(this.fake.requests("GET /api/spaces/owner/app/runtime")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "PAUSED,paused", "RUNTIME_ERROR,RUNTIME_ERROR", "DELETING,DELETING" })
	void aSpaceThatWillNotRun(String stage, String text) {
		this.fake.space("owner/app", APP, stage);
		assertThat(failure(NotAGradioAppException.class, inVirtualTime(null).resolve("owner/app")))
			.hasMessageContaining("owner/app")
			.hasMessageContaining(text);
	}

	@Test
	void aSleepingSpaceIsWokenAndWaitedFor() {
		this.fake.space("owner/private-app", APP, "SLEEPING", "SLEEPING", "BUILDING", "APP_STARTING", "APP_STARTING",
				"RUNNING");
		StepVerifier.withVirtualTime(() -> inVirtualTime(FakeHub.TOKEN).status("owner/private-app"))
			.expectNext(new SpaceStatus(Stage.SLEEPING, "SLEEPING"))
			.expectNoEvent(Duration.ofSeconds(3))
			.expectNext(new SpaceStatus(Stage.BUILDING, "BUILDING"))
			.expectNoEvent(Duration.ofSeconds(4))
			.expectNext(new SpaceStatus(Stage.BUILDING, "APP_STARTING"))
			.expectNoEvent(Duration.ofSeconds(18))
			.expectNext(new SpaceStatus(Stage.RUNNING, "RUNNING"))
			.verifyComplete();
		assertThat(this.fake.requests("GET /")).hasSize(2)
			.allSatisfy((wake) -> assertThat(wake.authorization()).isEqualTo("Bearer " + FakeHub.TOKEN));
	}

	@Test
	void theOwnersSleepIsTheSameAsAnOther() {
		this.fake.space("owner/app", APP, "STOPPED", "RUNNING");
		StepVerifier.withVirtualTime(() -> inVirtualTime(null).resolve("owner/app"))
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.fake.requests("GET /")).hasSize(1);
	}

	@Test
	void patienceEndsWhateverTheHubSays() {
		this.fake.space("owner/app", APP, "BUILDING");
		StepVerifier.withVirtualTime(() -> inVirtualTime(null).status("owner/app"))
			.expectNextCount(1)
			.expectNoEvent(Duration.ofMinutes(15).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(NotAGradioAppException.class)
				.hasMessageContaining("15 minutes"));
		int asked = this.fake.requests("GET /api/spaces/owner/app/runtime").size();
		assertThat(asked).isBetween(80, 100);
	}

	@Test
	void oneBadAnswerIsAskedAgain() {
		this.fake.space("owner/app", APP, "BUILDING")
			.on("GET /api/spaces/owner/app/runtime", 502, "")
			.on("GET /api/spaces/owner/app/runtime", 200, FakeHub.runtime("RUNNING", null, null));
		StepVerifier.withVirtualTime(() -> inVirtualTime(null).status("owner/app"))
			.expectNextCount(1)
			.thenAwait(Duration.ofSeconds(10))
			.expectNext(new SpaceStatus(Stage.RUNNING, "RUNNING"))
			.verifyComplete();
	}

	@Test
	void onlyBadAnswersAreAFailure() {
		this.fake.on("GET /api/spaces/owner/app/runtime", 502, "");
		StepVerifier.withVirtualTime(() -> inVirtualTime(null).status("owner/app"))
			.thenAwait(Duration.ofMinutes(1))
			.verifyError(ServerFailureException.class);
		assertThat(this.fake.routes()).hasSize(4);
	}

	@Test
	void cancellingStopsTheQuestions() {
		this.fake.space("owner/app", APP, "BUILDING");
		StepVerifier.withVirtualTime(() -> inVirtualTime(null).status("owner/app"))
			.expectNextCount(1)
			.thenCancel()
			.verify();
		assertThat(this.fake.requests("GET /api/spaces/owner/app/runtime")).hasSize(1);
	}

	@Test
	void aCopyIsMade() {
		this.fake.account()
			.on("GET /api/spaces/owner/app/runtime", 200, FakeHub.runtime("RUNNING", "t4-small", "t4-small"))
			.on("GET /api/spaces/me/app/runtime", 404, "{}")
			.on("GET /api/spaces/me/app/runtime", 200, FakeHub.runtime("BUILDING", null, "cpu-basic"))
			.on("POST /api/spaces/owner/app/duplicate", 200, "{\"url\": \"https://huggingface.co/spaces/me/app\"}")
			.on("POST /api/spaces/me/app/secrets", 200, "")
			.on("POST /api/spaces/me/app/hardware", 200, "{}")
			.on("POST /api/spaces/me/app/sleeptime", 200, "{}");
		DuplicateRequest request = new DuplicateRequest("owner/app", null, true, null, Map.of("KEY", "s3cret"),
				Duration.ofMinutes(5));
		assertThat(hub(FakeHub.TOKEN).duplicate(request).block(LIMIT)).isEqualTo("me/app");
		assertThat(this.fake.routes()).containsExactly("GET /api/spaces/owner/app/runtime", "GET /api/whoami-v2",
				"GET /api/spaces/me/app/runtime", "POST /api/spaces/owner/app/duplicate",
				"POST /api/spaces/me/app/secrets", "GET /api/spaces/me/app/runtime", "POST /api/spaces/me/app/hardware",
				"POST /api/spaces/me/app/sleeptime");
		body("POST /api/spaces/owner/app/duplicate",
				"{\"repository\": \"me/app\", \"private\": true, \"hardware\": \"t4-small\"}");
		body("POST /api/spaces/me/app/secrets", "{\"key\": \"KEY\", \"value\": \"s3cret\"}");
		body("POST /api/spaces/me/app/hardware", "{\"flavor\": \"t4-small\"}");
		body("POST /api/spaces/me/app/sleeptime", "{\"seconds\": 300}");
		assertThat(this.fake.tokensSent()).containsOnly("Bearer " + FakeHub.TOKEN);
		assertThat(request.toString()).doesNotContain("s3cret");
	}

	@Test
	void aCopyOnBasicHardwareUnderAnotherName() {
		this.fake.account()
			.on("GET /api/spaces/owner/app/runtime", 200, FakeHub.runtime("RUNNING", "t4-small", "t4-small"))
			.on("GET /api/spaces/me/mine/runtime", 404, "{}")
			.on("GET /api/spaces/me/mine/runtime", 200, FakeHub.runtime("BUILDING", null, null))
			.on("POST /api/spaces/owner/app/duplicate", 200, "{}");
		DuplicateRequest request = new DuplicateRequest("https://huggingface.co/spaces/owner/app", "someone/mine",
				false, "cpu-basic", Map.of(), Duration.ofMinutes(5));
		assertThat(hub(FakeHub.TOKEN).duplicate(request).block(LIMIT)).isEqualTo("me/mine");
		body("POST /api/spaces/owner/app/duplicate",
				"{\"repository\": \"me/mine\", \"private\": false, \"hardware\": \"cpu-basic\"}");
		assertThat(this.fake.routes())
			.noneMatch((route) -> route.endsWith("/hardware") || route.endsWith("/sleeptime"));
	}

	@Test
	void aCopyThatIsThereIsTaken() {
		this.fake.account().space("owner/app", APP, "RUNNING").space("me/app", APP, "PAUSED");
		DuplicateRequest request = new DuplicateRequest("owner/app", null, true, null, Map.of("KEY", "s3cret"), null);
		assertThat(hub(FakeHub.TOKEN).duplicate(request).block(LIMIT)).isEqualTo("me/app");
		assertThat(this.fake.routes()).noneMatch((route) -> route.startsWith("POST"));
	}

	@Test
	void aCopyThatIsThereGetsTheHardware() {
		this.fake.account()
			.space("owner/app", APP, "RUNNING")
			.space("me/app", APP, "RUNNING")
			.on("POST /api/spaces/me/app/hardware", 200, "{}")
			.on("POST /api/spaces/me/app/sleeptime", 200, "{}");
		DuplicateRequest request = new DuplicateRequest("owner/app", null, true, "a10g-small", Map.of(),
				Duration.ofSeconds(90));
		assertThat(hub(FakeHub.TOKEN).duplicate(request).block(LIMIT)).isEqualTo("me/app");
		body("POST /api/spaces/me/app/hardware", "{\"flavor\": \"a10g-small\"}");
		body("POST /api/spaces/me/app/sleeptime", "{\"seconds\": 90}");
	}

	@Test
	void aCopyThatSomebodyElseMadeMeanwhile() {
		this.fake.account()
			.space("owner/app", APP, "RUNNING")
			.on("GET /api/spaces/me/app/runtime", 404, "{}")
			.on("GET /api/spaces/me/app/runtime", 200, FakeHub.runtime("BUILDING", null, null))
			.on("POST /api/spaces/owner/app/duplicate", 409, "{\"error\": \"You already created this space repo\"}");
		DuplicateRequest request = new DuplicateRequest("owner/app", null, true, null, Map.of("KEY", "s3cret"), null);
		assertThat(hub(FakeHub.TOKEN).duplicate(request).block(LIMIT)).isEqualTo("me/app");
		assertThat(this.fake.requests("POST /api/spaces/me/app/secrets")).isEmpty();
	}

	@Test
	void aCopyNeedsAToken() {
		failure(AuthenticationException.class, hub(null).duplicate(DuplicateRequest.of("owner/app")));
		assertThat(this.fake.routes()).isEmpty();
	}

	@Test
	void aCopyOfNothing() {
		this.fake.account();
		failure(NotAGradioAppException.class, hub(FakeHub.TOKEN).duplicate(DuplicateRequest.of("owner/none")));
	}

	@ParameterizedTest
	@CsvSource({ "me/..", "me/a/../b", "{x}", "''" })
	void aNameThatLeadsElsewhereIsRefused(String to) {
		this.fake.account().space("owner/app", APP, "RUNNING");
		failure(NotAGradioAppException.class,
				hub(FakeHub.TOKEN).duplicate(new DuplicateRequest("owner/app", to, true, null, Map.of(), null)));
		assertThat(this.fake.routes()).hasSize(2);
	}

	@Test
	void aSecretIsNotRepeatedInAnError() {
		this.fake.account()
			.space("owner/app", APP, "RUNNING")
			.on("GET /api/spaces/me/app/runtime", 404, "{}")
			.on("POST /api/spaces/owner/app/duplicate", 200, "{}")
			.on("POST /api/spaces/me/app/secrets", 400, "{\"error\": \"not a good secret: s3cret\"}");
		ServerFailureException error = failure(ServerFailureException.class, hub(FakeHub.TOKEN)
			.duplicate(new DuplicateRequest("owner/app", null, true, null, Map.of("KEY", "s3cret"), null)));
		assertThat(error.getStatus().value()).isEqualTo(400);
		assertThat(stackTrace(error)).doesNotContain("s3cret").doesNotContain(FakeHub.TOKEN);
	}

	private void body(String route, String json) {
		assertThat(this.fake.requests(route)).singleElement()
			.satisfies((request) -> assertThat(GradioProtocol.jsonMapper().readTree(request.body()))
				.isEqualTo(GradioProtocol.jsonMapper().readTree(json)));
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
