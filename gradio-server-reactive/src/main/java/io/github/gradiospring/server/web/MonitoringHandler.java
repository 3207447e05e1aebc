package io.github.gradiospring.server.web;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Tells how calls have gone, by endpoint. The actuator tells more. */
final class MonitoringHandler {

	private final CallStatistics statistics;

	private final boolean enabled;

	MonitoringHandler(CallStatistics statistics, boolean enabled) {
		this.statistics = statistics;
		this.enabled = enabled;
	}

	Mono<ServerResponse> start(ServerRequest request) {
		return this.enabled ? Responses.html("See <a href=\"monitoring/summary\">the summary</a>.") : disabled();
	}

	Mono<ServerResponse> summary(ServerRequest request) {
		if (!this.enabled) {
			return disabled();
		}
		Map<String, Function> functions = new LinkedHashMap<>();
		this.statistics.summary().forEach((name, calls) -> functions.put(name, Function.of(calls)));
		return Responses.json(Map.of("functions", functions));
	}

	/** There is no page behind a key. */
	Mono<ServerResponse> key(ServerRequest request) {
		return this.enabled ? Responses.detail(HttpStatus.FORBIDDEN, "Invalid key.") : disabled();
	}

	private static Mono<ServerResponse> disabled() {
		return Responses.detail(HttpStatus.FORBIDDEN, "Monitoring is not enabled.");
	}

	/**
	 * An endpoint.
	 *
	 * @param successRate the part of calls that ended well
	 * @param percentiles run times in seconds
	 * @param total how many calls there were
	 */
	record Function(@JsonProperty("success_rate") double successRate,
			@JsonProperty("process_time_percentiles") Map<String, Double> percentiles,
			@JsonProperty("total_requests") long total) {

		static Function of(CallStatistics.Summary calls) {
			Map<String, Double> percentiles = new LinkedHashMap<>();
			for (int percent : new int[] { 50, 90, 99 }) {
				percentiles.put(percent + "th", calls.percentile(percent));
			}
			return new Function(calls.successRate(), percentiles, calls.total());
		}

	}

}
