package io.github.gradiospring.server.endpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.function.SingletonSupplier;

/**
 * The endpoints of all sources. They are collected when somebody first asks for one, at
 * the latest when all beans are there, so that a wrong declaration fails start-up.
 */
public final class DefaultEndpointRegistry implements EndpointRegistry, SmartInitializingSingleton {

	private final SingletonSupplier<Endpoints> endpoints;

	/**
	 * Creates the registry.
	 * @param sources where the endpoints come from, in the order in which clients list
	 * them
	 */
	public DefaultEndpointRegistry(List<EndpointSource> sources) {
		this(sources, (declared) -> List.of());
	}

	/**
	 * Creates the registry.
	 * @param sources where the endpoints come from, in the order in which clients list
	 * them
	 * @param companions makes the endpoints that go with those of all sources, such as
	 * the ones of a page; they come last
	 */
	public DefaultEndpointRegistry(List<EndpointSource> sources,
			Function<? super List<Endpoint>, ? extends List<Endpoint>> companions) {
		List<EndpointSource> copy = List.copyOf(sources);
		this.endpoints = SingletonSupplier.of(() -> collect(copy, companions));
	}

	/**
	 * Collects the endpoints.
	 * @throws InvalidEndpointException when endpoints contradict each other
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.endpoints.obtain();
	}

	@Override
	public List<Endpoint> endpoints() {
		return this.endpoints.obtain().list();
	}

	@Override
	public Optional<Endpoint> find(int id) {
		List<Endpoint> list = endpoints();
		return (id >= 0 && id < list.size()) ? Optional.of(list.get(id)) : Optional.empty();
	}

	@Override
	public Optional<Endpoint> find(String name) {
		return Optional.ofNullable(this.endpoints.obtain().byName().get(name));
	}

	private static Endpoints collect(List<EndpointSource> sources,
			Function<? super List<Endpoint>, ? extends List<Endpoint>> companions) {
		List<Endpoint> declared = new ArrayList<>();
		sources.forEach((source) -> declared.addAll(source.endpoints()));
		declared.addAll(companions.apply(List.copyOf(declared)));
		List<Endpoint> list = new ArrayList<>(declared.size());
		declared.forEach((endpoint) -> list.add(endpoint.withId(list.size())));
		EndpointConflicts.check(list);
		Map<String, Endpoint> byName = new LinkedHashMap<>();
		list.forEach((endpoint) -> byName.put(endpoint.name(), endpoint));
		return new Endpoints(Collections.unmodifiableList(list), byName);
	}

	private record Endpoints(List<Endpoint> list, Map<String, Endpoint> byName) {
	}

}
