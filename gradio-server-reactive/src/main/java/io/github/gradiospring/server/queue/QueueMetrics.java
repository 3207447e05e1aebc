package io.github.gradiospring.server.queue;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Gauges of each queue, tagged with its {@code concurrency.id}:
 * {@code gradio.queue.waiting}, {@code gradio.queue.running}, and
 * {@code gradio.queue.eta}, the seconds that a call which joins now is expected to take.
 */
public class QueueMetrics implements MeterBinder {

	private final GradioQueue queue;

	/**
	 * Creates the gauges.
	 * @param queue the queue
	 */
	public QueueMetrics(GradioQueue queue) {
		this.queue = queue;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (QueueStatus status : this.queue.status()) {
			gauge("waiting", "Calls that wait", status.id(), QueueStatus::waiting).register(registry);
			gauge("running", "Runs at this moment", status.id(), QueueStatus::running).register(registry);
			gauge("eta", "What a call that joins now is expected to take", status.id(), QueueMetrics::seconds)
				.baseUnit("seconds")
				.register(registry);
		}
	}

	private Gauge.Builder<GradioQueue> gauge(String name, String description, String id,
			ToDoubleFunction<QueueStatus> value) {
		return Gauge.builder("gradio.queue." + name, this.queue, (queue) -> current(queue, id, value))
			.description(description)
			.tag("concurrency.id", id);
	}

	private static double current(GradioQueue queue, String id, ToDoubleFunction<QueueStatus> value) {
		return queue.status()
			.stream()
			.filter((status) -> status.id().equals(id))
			.mapToDouble(value)
			.findFirst()
			.orElse(Double.NaN);
	}

	private static double seconds(QueueStatus status) {
		Duration eta = status.eta();
		return (eta != null) ? eta.toNanos() / 1e9 : Double.NaN;
	}

}
