package io.github.gradiospring.client.hub;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.gradiospring.client.error.NotAGradioAppException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The Hub by its HTTP API, with the routes and answers that the official clients use.
 */
public final class DefaultHuggingFaceHub implements HuggingFaceHub {

	/** Where the Hub is. */
	public static final String URL = "https://huggingface.co";

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration SLOWEST_POLL = Duration.ofSeconds(10);

	/** A Space is built and started within this time, or something is wrong. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final Set<String> BUILDING = Set.of("BUILDING", "RUNNING_BUILDING", "APP_STARTING",
			"RUNNING_APP_STARTING", "STARTING");

	private static final String BASIC_HARDWARE = "cpu-basic";

	private final HubApi api;

	private final WebClient.Builder webClient;

	private final @Nullable String token;

	private final Scheduler scheduler;

	/**
	 * Prepares requests to the Hub.
	 * @param webClient what makes them; cloned
	 * @param url the address of the Hub, without a slash at its end
	 * @param token the token, {@code null} for public Spaces only
	 * @param scheduler measures the time between questions
	 */
	public DefaultHuggingFaceHub(WebClient.Builder webClient, String url, @Nullable String token, Scheduler scheduler) {
		this.webClient = webClient.clone();
		this.api = new HubApi(webClient, url, token);
		this.token = token;
		this.scheduler = scheduler;
	}

	/**
	 * The Hub at its own address.
	 * @param webClient what makes requests; cloned
	 * @param token the token, {@code null} for public Spaces only
	 * @return the Hub
	 */
	public static HuggingFaceHub create(WebClient.Builder webClient, @Nullable String token) {
		return new DefaultHuggingFaceHub(webClient, URL, token, Schedulers.parallel());
	}

	@Override
	public Mono<SpaceAddress> resolve(String space) {
		return Mono.defer(() -> {
			String name = SpaceNames.parse(space);
			return address(name).flatMap((address) -> status(name).last().flatMap((status) -> switch (status.stage()) {
				case RUNNING, UNKNOWN -> Mono.just(address);
				case PAUSED -> Mono.error(new NotAGradioAppException(
						"The Space %s is paused; its owner can restart it.".formatted(name)));
				default -> Mono.error(
						new NotAGradioAppException("The Space %s does not run: %s.".formatted(name, status.detail())));
			}));
		});
	}

	private Mono<SpaceAddress> address(String name) {
		return this.api.get("/spaces/" + name + "/host").map((answer) -> {
			String host = answer.path("host").asString("");
			String root = host.isEmpty() ? "https://" + SpaceNames.subdomain(name) + ".hf.space" : host;
			return new SpaceAddress(name, URI.create(root.endsWith("/") ? root : root + "/"), this.token);
		});
	}

	@Override
	public Flux<SpaceStatus> status(String space) {
		return Flux.defer(() -> {
			String name = SpaceNames.parse(space);
			Mono<SpaceStatus> ask = Mono.defer(() -> stage(name));
			return ask
				.expand((status) -> (status.stage() == SpaceStatus.Stage.SLEEPING) ? wake(name).then(later(ask, POLL))
						: (status.stage() == SpaceStatus.Stage.BUILDING) ? later(ask, SLOWEST_POLL) : Mono.empty())
				.distinctUntilChanged()
				.timeout(Mono.delay(PATIENCE, this.scheduler), (status) -> Mono.never(), Flux
					.error(() -> new NotAGradioAppException(
							"The Space %s did not start within %d minutes.".formatted(name, PATIENCE.toMinutes()))));
		});
	}

	private Mono<SpaceStatus> later(Mono<SpaceStatus> ask, Duration delay) {
		return ask.delaySubscription(delay, this.scheduler);
	}

	private Mono<SpaceStatus> stage(String name) {
		return this.api.get("/spaces/" + name + "/runtime").map((runtime) -> {
			String stage = runtime.path("stage").asString("");
			return new SpaceStatus(stageOf(stage), stage);
		});
	}

	private static SpaceStatus.Stage stageOf(String stage) {
		if (stage.equals("RUNNING") || stage.equals("RUNNING_BUILDING") || stage.equals("RUNNING_APP_STARTING")) {
			// While a new version is built, the old one answers
			return SpaceStatus.Stage.RUNNING;
		}
		if (stage.equals("SLEEPING") || stage.equals("STOPPED")) {
			return SpaceStatus.Stage.SLEEPING;
		}
		if (BUILDING.contains(stage)) {
			return SpaceStatus.Stage.BUILDING;
		}
		if (stage.equals("PAUSED") || stage.equals("PAUSING")) {
			return SpaceStatus.Stage.PAUSED;
		}
		return (stage.endsWith("ERROR") || stage.equals("NO_APP_FILE") || stage.equals("DELETING"))
				? SpaceStatus.Stage.FAILED : SpaceStatus.Stage.UNKNOWN;
	}

	/** Any request for its page wakes a Space; what it answers does not matter. */
	private Mono<Void> wake(String name) {
		return address(name)
			.flatMap((address) -> this.webClient.clone().build().get().uri(address.root()).headers((headers) -> {
				if (this.token != null) {
					headers.setBearerAuth(this.token);
				}
			}).exchangeToMono((response) -> response.releaseBody()).onErrorComplete());
	}

	@Override
	public Mono<String> duplicate(DuplicateRequest request) {
		return Mono.defer(() -> {
			String from = SpaceNames.parse(request.from());
			return this.api.get("/spaces/" + from + "/runtime").flatMap((original) -> account().flatMap((account) -> {
				String wanted = (request.to() != null) ? request.to() : from;
				String copy = account + "/" + wanted.substring(wanted.indexOf('/') + 1);
				return this.api.get("/spaces/" + copy + "/runtime")
					.onErrorResume(NotAGradioAppException.class, (ex) -> copy(request, from, copy))
					.flatMap((runtime) -> fit(request, copy, hardware(original), hardware(runtime)))
					.thenReturn(copy);
			}));
		});
	}

	private Mono<String> account() {
		return this.api.get("/whoami-v2").map((account) -> account.path("name").asString(""));
	}

	private Mono<JsonNode> copy(DuplicateRequest request, String from, String copy) {
		Mono<Void> secrets = Flux.fromIterable(request.secrets().entrySet())
			.concatMap((secret) -> this.api.post("/spaces/" + copy + "/secrets",
					Map.of("key", secret.getKey(), "value", secret.getValue())))
			.then();
		return this.api
			.post("/spaces/" + from + "/duplicate", Map.of("repository", copy, "private", request.isPrivate()))
			.then(secrets)
			.then(Mono.defer(() -> this.api.get("/spaces/" + copy + "/runtime")));
	}

	/** Free hardware has its own rules of when it sleeps. */
	private Mono<Void> fit(DuplicateRequest request, String copy, String original, String current) {
		String wanted = (request.hardware() != null) ? request.hardware() : original;
		Mono<?> hardware = wanted.equals(current) ? Mono.empty()
				: this.api.post("/spaces/" + copy + "/hardware", Map.of("flavor", wanted));
		Duration sleepTime = request.sleepTime();
		if (sleepTime == null || wanted.equals(BASIC_HARDWARE)) {
			return hardware.then();
		}
		Map<String, Object> sleep = new LinkedHashMap<>();
		sleep.put("seconds", sleepTime.toSeconds());
		return hardware.then(this.api.post("/spaces/" + copy + "/sleeptime", sleep)).then();
	}

	private static String hardware(JsonNode runtime) {
		JsonNode hardware = runtime.path("hardware");
		String name = hardware.isString() ? hardware.asString() : hardware.path("current").asString("");
		if (name.isEmpty()) {
			name = hardware.path("requested").asString("");
		}
		return name.isEmpty() ? BASIC_HARDWARE : name;
	}

}
