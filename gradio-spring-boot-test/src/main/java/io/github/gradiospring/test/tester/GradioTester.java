package io.github.gradiospring.test.tester;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.CallRoute;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.protocol.message.ProgressUnit;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Calls the endpoints of an app over HTTP, as a client does, and verifies what comes.
 *
 * <pre class="code">
 * tester.endpoint("/greet").input("name", "Ada").execute().isEqualTo("Hello, Ada");
 *
 * tester.endpoint("/tell").input("prompt", "hi").executeStream()
 *     .verifier(String.class)
 *     .expectNext("a", "ab")
 *     .verifyComplete();
 *
 * tester.endpoint("/greet").input("name", "").execute().error().hasMessage("A name, please");
 *
 * tester.api().endpoint("/greet").hasParameters("name", "intensity");
 * </pre>
 *
 * Values are compared as they look on the wire; anything that Jackson can write may be
 * compared. A tester is one session of the app. In a test of Spring Boot it is a bean
 * with {@link io.github.gradiospring.test.autoconfigure.AutoConfigureGradioTester}.
 */
public interface GradioTester extends AutoCloseable {

	/**
	 * A tester of the app at an address, with a client of its own.
	 * @param url the address, as a browser would open it
	 * @return the tester; to be closed
	 */
	static GradioTester bindToUrl(String url) {
		return DefaultGradioTester.of(() -> GradioClient.create(url));
	}

	/**
	 * A tester that calls with a client that the test has built, with a login for
	 * example.
	 * @param client the client, which is not closed with the tester
	 * @return the tester
	 */
	static GradioTester bindTo(GradioClient client) {
		return DefaultGradioTester.of(client);
	}

	/**
	 * The same tester with another patience.
	 * @param timeout how long a call may take; 10 seconds by default
	 * @return a copy
	 */
	GradioTester withTimeout(Duration timeout);

	/**
	 * Begins a call.
	 * @param name the name of the endpoint, with or without a slash at its start
	 * @return the call
	 */
	Request endpoint(String name);

	/**
	 * What the app says of its endpoints.
	 * @return assertions on <code>/info</code>
	 */
	ApiAssert api();

	/** Ends the session, when the client is the tester's own. */
	@Override
	void close();

	/** A call in the making. */
	interface Request {

		/**
		 * Adds an input by its name.
		 * @param name the parameter
		 * @param value the value
		 * @return this
		 */
		Request input(String name, @Nullable Object value);

		/**
		 * Adds inputs by their names.
		 * @param values the values by parameter
		 * @return this
		 */
		Request inputs(Map<String, ?> values);

		/**
		 * Adds inputs by their position.
		 * @param values the values
		 * @return this
		 */
		Request inputs(@Nullable Object... values);

		/**
		 * Sets what an event on a page would carry.
		 * @param eventData what Jackson can write
		 * @return this
		 */
		Request eventData(@Nullable Object eventData);

		/**
		 * Sets how the call travels; through the queue by default.
		 * @param route the way
		 * @return this
		 */
		Request route(CallRoute route);

		/**
		 * Calls, and waits for the end.
		 * @return what came; an error is there too, and fails every assertion on the
		 * result
		 * @throws AssertionError when the call does not end in time
		 */
		Response execute();

		/**
		 * Calls when somebody subscribes.
		 * @return the ways to subscribe
		 */
		Stream executeStream();

	}

	/** A value, and assertions on it. */
	interface Value {

		/**
		 * Verifies the value. Numbers are equal when they mean the same.
		 * @param expected what Jackson can write
		 * @return this
		 */
		Value isEqualTo(@Nullable Object expected);

		/**
		 * Verifies that there is no value, or that it is null.
		 * @return this
		 */
		Value isNull();

		/**
		 * Verifies a value of a Java type.
		 * @param type the type
		 * @param requirements what throws an error when it is not satisfied
		 * @param <T> the type
		 * @return this
		 */
		<T> Value satisfies(Class<T> type, Consumer<? super T> requirements);

		/**
		 * A part of the value; of several outputs the first is <code>/0</code>.
		 * @param pointer a JSON pointer (RFC 6901), such as <code>/0/label</code>
		 * @return the part
		 * @throws AssertionError when there is no such part
		 */
		Value path(String pointer);

		/**
		 * The value.
		 * @param type its type
		 * @param <T> its type
		 * @return the value
		 * @throws AssertionError when it is null, or of another type
		 */
		<T> T extract(Class<T> type);

		/**
		 * The value.
		 * @param type its type
		 * @param <T> its type
		 * @return the value
		 * @throws AssertionError when it is null, or of another type
		 */
		<T> T extract(ParameterizedTypeReference<T> type);

		/**
		 * The content of the file that the value is.
		 * @return the bytes
		 * @throws AssertionError when the value is no file, or cannot be fetched
		 */
		byte[] content();

	}

	/** What came of a call. The value is its result, an array of several outputs. */
	interface Response extends Value {

		/**
		 * Verifies all values, intermediate ones and the last.
		 * @param type the type of the values
		 * @param <T> the type of the values
		 * @return the values in their order
		 */
		<T> ListAssert<T> outputs(Class<T> type);

		/**
		 * Verifies the messages to the caller, also of a call that has failed.
		 * @return the messages in their order
		 */
		ListAssert<GradioEvent.Log<?>> logs();

		/**
		 * Verifies the progress that was told, also of a call that has failed. A server
		 * may leave out what is out of date.
		 * @return the innermost unit of each message in their order
		 */
		ListAssert<ProgressUnit> progress();

		/**
		 * Verifies the places in the queue that were told. A server may leave out what is
		 * out of date.
		 * @return the ranks in their order
		 */
		ListAssert<Integer> ranks();

		/**
		 * Verifies that the call has succeeded.
		 * @return this
		 */
		Response succeeds();

		/**
		 * Verifies the error.
		 * @return assertions on the error
		 * @throws AssertionError when there is none
		 */
		CallErrorAssert error();

	}

	/** A call that starts with the subscription, and is cancelled with it. */
	interface Stream {

		/**
		 * The values.
		 * @param type the type of the values
		 * @param <T> the type of the values
		 * @return the values; ends as the call does
		 */
		<T> Flux<T> values(Class<T> type);

		/**
		 * Everything that happens.
		 * @param type the type of the values
		 * @param <T> the type of the values
		 * @return the events; ends as the call does
		 */
		<T> Flux<GradioEvent<T>> events(Class<T> type);

		/**
		 * Verifies the values step by step. Has no timeout of its own, other than
		 * {@link StepVerifier#setDefaultTimeout}.
		 * @param type the type of the values
		 * @param <T> the type of the values
		 * @return the verifier; nothing is called before {@code verify}
		 */
		default <T> StepVerifier.FirstStep<T> verifier(Class<T> type) {
			return StepVerifier.create(values(type));
		}

	}

}
