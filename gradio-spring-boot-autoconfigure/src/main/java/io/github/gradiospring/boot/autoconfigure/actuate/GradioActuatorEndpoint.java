package io.github.gradiospring.boot.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.queue.GradioQueue;
import io.github.gradiospring.server.queue.QueueStatus;
import io.github.gradiospring.server.queue.QueueStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The actuator endpoint {@code gradio}: what is served, and what every queue is doing. It
 * shows neither sessions nor values, and event ids only in part, because who knows an id
 * may read its result.
 */
@Endpoint(id = "gradio")
public class GradioActuatorEndpoint {

	/** How many waiting events of a group are listed. */
	static final int MAX_WAITING_EVENTS = 100;

	private static final int ID_LENGTH = 8;

	private final EndpointRegistry registry;

	private final GradioQueue queue;

	private final QueueStore store;

	private final Clock clock;

	/**
	 * Creates the endpoint.
	 * @param registry what is served
	 * @param queue what runs it
	 * @param store what waits
	 * @param clock tells how long an event has waited
	 */
	public GradioActuatorEndpoint(EndpointRegistry registry, GradioQueue queue, QueueStore store, Clock clock) {
		this.registry = registry;
		this.queue = queue;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * All groups and endpoints.
	 * @return the groups and endpoints
	 */
	@ReadOperation
	public GradioDescriptor gradio() {
		List<GroupDescriptor> groups = this.queue.status().stream().map(GradioActuatorEndpoint::group).toList();
		return new GradioDescriptor(groups, endpoints());
	}

	/**
	 * One group and the first events that wait in it.
	 * @param group the concurrency id
	 * @return the group, {@code null} if there is none with this id
	 */
	@ReadOperation
	public @Nullable Mono<GroupDetailsDescriptor> group(@Selector String group) {
		for (QueueStatus status : this.queue.status()) {
			if (status.id().equals(group)) {
				return details(status);
			}
		}
		return null;
	}

	private Mono<GroupDetailsDescriptor> details(QueueStatus status) {
		List<Integer> ranks = IntStream.range(0, Math.min(status.waiting(), MAX_WAITING_EVENTS)).boxed().toList();
		return this.store.at(status.id(), ranks)
			.map(this::waiting)
			.collectList()
			.map((events) -> new GroupDetailsDescriptor(group(status), events));
	}

	private WaitingEventDescriptor waiting(QueueStore.RankedEvent ranked) {
		String id = ranked.event().id();
		String endpoint = this.registry.find(ranked.event().endpointId()).map(Object::toString).orElse("");
		return new WaitingEventDescriptor(id.substring(0, Math.min(id.length(), ID_LENGTH)), endpoint,
				ranked.position().rank(), Duration.between(ranked.event().joinedAt(), this.clock.instant()));
	}

	private List<EndpointDescriptor> endpoints() {
		List<EndpointDescriptor> descriptors = new ArrayList<>();
		for (io.github.gradiospring.server.endpoint.Endpoint endpoint : this.registry.endpoints()) {
			String group = endpoint.queued() ? endpoint.queue().concurrencyId() : null;
			int maxBatchSize = endpoint.queue().batch() ? endpoint.queue().maxBatchSize() : 1;
			descriptors.add(new EndpointDescriptor(endpoint.toString(), endpoint.visibility(), group, maxBatchSize,
					endpoint.queue().timeLimit()));
		}
		return descriptors;
	}

	private static GroupDescriptor group(QueueStatus status) {
		return new GroupDescriptor(status.id(), status.limit(), status.waiting(), status.running(), status.eta(),
				status.endpoints().stream().map((name) -> "/" + name).toList());
	}

	/**
	 * What is served.
	 *
	 * @param groups the groups of endpoints that share a queue
	 * @param endpoints all endpoints
	 */
	public record GradioDescriptor(List<GroupDescriptor> groups, List<EndpointDescriptor> endpoints) {
	}

	/**
	 * Endpoints that share a queue.
	 *
	 * @param id the concurrency id
	 * @param limit how many runs there may be at a time, 0 for no limit
	 * @param waiting how many events wait
	 * @param running how many runs there are
	 * @param eta how long an event that joins now is expected to take, {@code null} when
	 * nothing is known yet
	 * @param endpoints the names of the endpoints
	 */
	public record GroupDescriptor(String id, int limit, int waiting, int running, @Nullable Duration eta,
			List<String> endpoints) {
	}

	/**
	 * A group and the events that wait in it.
	 *
	 * @param group the group
	 * @param events the first of the events that wait, in their order
	 */
	public record GroupDetailsDescriptor(GroupDescriptor group, List<WaitingEventDescriptor> events) {
	}

	/**
	 * An event that waits.
	 *
	 * @param id the beginning of its id
	 * @param endpoint the name of its endpoint
	 * @param rank how many events are before it
	 * @param waitingFor how long it has waited
	 */
	public record WaitingEventDescriptor(String id, String endpoint, int rank, Duration waitingFor) {
	}

	/**
	 * An endpoint.
	 *
	 * @param name its API name with the leading slash
	 * @param visibility who sees it
	 * @param group its concurrency id, {@code null} when its calls do not wait
	 * @param maxBatchSize how many calls run as one at most
	 * @param timeLimit how long a run may take, {@code null} for no limit
	 */
	public record EndpointDescriptor(String name, ApiVisibility visibility, @Nullable String group, int maxBatchSize,
			@Nullable Duration timeLimit) {
	}

}
