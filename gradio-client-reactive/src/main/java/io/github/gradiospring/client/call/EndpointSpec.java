package io.github.gradiospring.client.call;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A call of an endpoint in the making: its inputs, then how to get the result. Nothing is
 * sent before a subscription, and each subscription is a call of its own; {@code submit}
 * calls at once.
 * <p>
 * Inputs are what Jackson can write, files among them: a {@link java.nio.file.Path}, a
 * {@link org.springframework.core.io.Resource}, a {@code byte[]}, or a
 * {@link io.github.gradiospring.client.file.FileInput} is uploaded where the endpoint
 * takes a file; {@link io.github.gradiospring.protocol.file.FileData} and a
 * {@link java.net.URI} are passed on as they are.
 * <p>
 * A result is converted to the wanted type: the one output as it is, several as a record
 * (its components in the order of the outputs), a {@link java.util.List}, or a
 * {@link tools.jackson.databind.JsonNode}. A file comes as
 * {@link io.github.gradiospring.protocol.file.FileData} (a link),
 * {@link java.nio.file.Path} (downloaded to the client's folder), {@code byte[]} or
 * {@link org.springframework.core.io.Resource}. Every publisher fails with a
 * {@link io.github.gradiospring.client.error.GradioClientException}, and cancelling it
 * cancels the work on the server.
 */
public interface EndpointSpec {

	/**
	 * Adds an input by its name.
	 * @param name the parameter's name
	 * @param value the value
	 * @return this
	 */
	EndpointSpec input(String name, @Nullable Object value);

	/**
	 * Adds inputs by their names.
	 * @param values the values by parameter
	 * @return this
	 */
	EndpointSpec inputs(Map<String, ?> values);

	/**
	 * Adds inputs by their position; those that follow may be given by name, or left out
	 * if they have a default.
	 * @param values the values
	 * @return this
	 */
	EndpointSpec inputs(@Nullable Object... values);

	/**
	 * Sets what an event on a page would carry, such as what was selected.
	 * @param eventData what Jackson can write
	 * @return this
	 */
	EndpointSpec eventData(@Nullable Object eventData);

	/**
	 * Sets how the call travels; {@link CallRoute#QUEUE} by default.
	 * @param route the way
	 * @return this
	 */
	EndpointSpec route(CallRoute route);

	/**
	 * Calls for the last value.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the value, empty when it is null or the endpoint has no output
	 */
	<T> Mono<T> retrieve(Class<T> type);

	/**
	 * Calls for the last value.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the value, empty when it is null or the endpoint has no output
	 */
	<T> Mono<T> retrieve(ParameterizedTypeReference<T> type);

	/**
	 * Calls for each value that is not null: every value of a generator, or the one of a
	 * plain function.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the values, requested as the subscriber can take them; none is lost
	 */
	<T> Flux<T> stream(Class<T> type);

	/**
	 * Calls for each value that is not null: every value of a generator, or the one of a
	 * plain function.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the values, requested as the subscriber can take them; none is lost
	 */
	<T> Flux<T> stream(ParameterizedTypeReference<T> type);

	/**
	 * Calls for everything that happens.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the events; completes after {@link GradioEvent.Completed}
	 */
	<T> Flux<GradioEvent<T>> events(Class<T> type);

	/**
	 * Calls for everything that happens.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the events; completes after {@link GradioEvent.Completed}
	 */
	<T> Flux<GradioEvent<T>> events(ParameterizedTypeReference<T> type);

	/**
	 * Calls at once, and hands out the job to follow.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the job
	 */
	<T> GradioJob<T> submit(Class<T> type);

	/**
	 * Calls at once, and hands out the job to follow.
	 * @param type the type of the result
	 * @param <T> the type of the result
	 * @return the job
	 */
	<T> GradioJob<T> submit(ParameterizedTypeReference<T> type);

}
