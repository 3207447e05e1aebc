package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.gradiospring.protocol.info.ApiVisibility;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a Spring bean a Gradio endpoint. The method may have any visibility
 * but {@code private}. On a type, each public method that the type declares is an
 * endpoint, and the attributes are their defaults: an attribute of a method wins where it
 * differs from its default here. A {@code Function} or {@code Supplier} bean is one
 * endpoint; then the annotation may also be on its {@code @Bean} method.
 * <p>
 * Parameters are inputs, apart from the injected ones: {@code GradioProgress},
 * {@code GradioLog}, {@code GradioRequest}, {@code GradioSession}, {@code Principal},
 * parameters annotated with {@link GradioState}, and those that an
 * {@code ArgumentResolver} bean takes. An {@code Optional} or nullable parameter takes
 * {@code null}; a primitive one, or one in null-marked code, does not. A method may
 * return a value, a {@code Mono}, {@code Flux}, {@code Stream}, {@code Iterator},
 * {@code CompletionStage} or {@code void}; a record stands for several outputs, unless it
 * has a component of its own or {@link Json} says that it is one value. Methods run on a
 * worker and may block.
 * <p>
 * Texts may have placeholders such as {@code ${tools.limit}}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface GradioEndpoint {

	/** The value of {@link #concurrencyLimit} for no limit. */
	int UNLIMITED = 0;

	/**
	 * Alias for {@link #name}.
	 * @return the API name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The API name, without the leading slash; the method's name by default, and the
	 * bean's name for a {@code Function} or {@code Supplier}.
	 * @return the API name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What the endpoint does, for documentation and tools.
	 * @return the description
	 */
	String description() default "";

	/**
	 * Who sees the endpoint.
	 * @return the visibility
	 */
	ApiVisibility visibility() default ApiVisibility.PUBLIC;

	/**
	 * Whether calls wait in a queue. If not, they run at once, however many there are.
	 * @return whether calls wait
	 */
	boolean queue() default true;

	/**
	 * How many calls run at a time, {@link #UNLIMITED} for no limit; by default
	 * {@code gradio.queue.default-concurrency-limit}, which is 1.
	 * @return the limit
	 */
	int concurrencyLimit() default -1;

	/**
	 * The queue. Endpoints with the same id share it and must agree on its limit; by
	 * default an endpoint has a queue of its own.
	 * @return the concurrency id
	 */
	String concurrencyId() default "";

	/**
	 * Whether several calls run as one: every input is a {@code List} with a value per
	 * call, and the method returns a {@code List} with a result per call.
	 * @return whether calls are batched
	 */
	boolean batch() default false;

	/**
	 * How many calls run as one at most.
	 * @return the size of a batch
	 */
	int maxBatchSize() default 4;

	/**
	 * How long a call may run, such as {@code 30s}; no limit by default. A call with
	 * chunked input ends well at its limit, any other call fails.
	 * @return the time limit
	 */
	String timeLimit() default "";

	/**
	 * Whether a call stays open for further chunks of input, as from a webcam; each chunk
	 * calls the method again.
	 * @return whether the input is chunked
	 */
	boolean chunkedInput() default false;

	/**
	 * How often a page sends a chunk of input.
	 * @return the interval
	 */
	String streamEvery() default "500ms";

	/**
	 * How long a call takes, for the ETA before the first one was measured; unknown by
	 * default.
	 * @return the duration
	 */
	String estimatedDuration() default "";

}
