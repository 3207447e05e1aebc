package io.github.gradiospring.sample.simulation;

import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.endpoint.GradioLog;
import io.github.gradiospring.server.endpoint.GradioProgress;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Service;

/** Simulates a waiting line and shows how the estimates approach the theory. */
@Service
class Simulator {

	static final int STEPS = 20;

	@GradioEndpoint(description = "Simulates a waiting line and compares it with Erlang's formula.",
			concurrencyLimit = 2, estimatedDuration = "1s")
	@GradioInterface(tab = "Waiting line", additionalInputs = { "customers", "seed" },
			examples = { @GradioExample(value = { "50", "3", "3" }, label = "A post office"),
					@GradioExample(value = { "19", "3", "1" }, label = "One doctor, nearly busy"),
					@GradioExample(value = { "30", "3", "1" }, label = "Too much for one") })
	Flux<Estimate> simulate(
			@Slider(minimum = 1, maximum = 120) @GradioParam(defaultValue = "50") double arrivalsPerHour,
			@Slider(minimum = 0.5, maximum = 10, step = 0.1) @GradioParam(defaultValue = "3") double minutesEach,
			@Slider(minimum = 1, maximum = 20, step = 1) @GradioParam(defaultValue = "3") int servers,
			@Slider(minimum = 1000, maximum = 50_000_000,
					step = 1000) @GradioParam(defaultValue = "2000000") long customers,
			@GradioParam(defaultValue = "1") long seed, GradioProgress progress, GradioLog log) {
		Scenario scenario = new Scenario(arrivalsPerHour, minutesEach, servers);
		if (!scenario.isStable()) {
			log.warning("Customers come faster than they are served: the line grows for ever.");
		}
		WaitingLine line = new WaitingLine(scenario, seed);
		Chart chart = new Chart(scenario.meanWait(), STEPS);
		Flux<Estimate> estimates = Flux.range(0, STEPS).map((step) -> {
			line.serve(customers / STEPS);
			return Estimate.of(line, scenario, chart);
		});
		return progress.track(estimates, (long) STEPS, "Serving customers").subscribeOn(Schedulers.boundedElastic());
	}

}
