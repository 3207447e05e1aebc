package io.github.gradiospring.server.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds endpoints that contradict each other. */
final class EndpointConflicts {

	private final Map<String, Endpoint> names = new HashMap<>();

	private final Map<String, Endpoint> queues = new HashMap<>();

	private final Map<String, StateUse> states = new HashMap<>();

	private EndpointConflicts() {
	}

	/**
	 * Checks endpoints that one server is to serve.
	 * @param endpoints the endpoints
	 * @throws InvalidEndpointException for the first contradiction
	 */
	static void check(List<Endpoint> endpoints) {
		EndpointConflicts conflicts = new EndpointConflicts();
		for (Endpoint endpoint : endpoints) {
			conflicts.checkName(endpoint);
			conflicts.checkLimit(endpoint);
			endpoint.states().forEach((state) -> conflicts.checkState(endpoint, state));
		}
		endpoints.forEach(conflicts::checkCancels);
	}

	private void checkName(Endpoint endpoint) {
		Endpoint other = this.names.putIfAbsent(endpoint.name(), endpoint);
		if (other != null) {
			throw new InvalidEndpointException(endpoint.origin(),
					"It has the same API name '/%s' as %s.".formatted(endpoint.name(), other.origin()),
					"Give one of them another name, as in @GradioEndpoint(\"%s_2\").".formatted(endpoint.name()));
		}
	}

	private void checkLimit(Endpoint endpoint) {
		if (!endpoint.queued() || endpoint.function() == null) {
			return;
		}
		QueuePolicy queue = endpoint.queue();
		Endpoint other = this.queues.putIfAbsent(queue.concurrencyId(), endpoint);
		if (other != null && other.queue().concurrencyLimit() != queue.concurrencyLimit()) {
			throw new InvalidEndpointException(endpoint.origin(),
					"It limits the concurrency id '%s' to %s, but %s limits it to %s.".formatted(queue.concurrencyId(),
							limit(queue), other.origin(), limit(other.queue())),
					"Declare the same concurrencyLimit on both, or give one another concurrencyId.");
		}
	}

	private void checkState(Endpoint endpoint, StateDeclaration state) {
		StateUse other = this.states.putIfAbsent(state.name(), new StateUse(endpoint, state.type()));
		if (other != null && other.type() != state.type()) {
			throw new InvalidEndpointException(endpoint.origin(),
					"It declares the state '%s' as %s, but %s declares it as %s.".formatted(state.name(),
							state.type().getName(), other.endpoint().origin(), other.type().getName()),
					"Use one type for both, or give one another name, as in @GradioState(\"%s2\")."
						.formatted(state.name()));
		}
	}

	private void checkCancels(Endpoint endpoint) {
		for (String name : endpoint.cancels()) {
			if (!this.names.containsKey(name)) {
				throw new InvalidEndpointException(endpoint.origin(),
						"It cancels the endpoint '/%s', which does not exist.".formatted(name),
						"Give the API name of an endpoint of this application.");
			}
		}
	}

	private static String limit(QueuePolicy queue) {
		return (queue.concurrencyLimit() > 0) ? String.valueOf(queue.concurrencyLimit()) : "no limit";
	}

	private record StateUse(Endpoint endpoint, Class<?> type) {
	}

}
