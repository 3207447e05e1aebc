package io.github.gradiospring.client.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a {@link GradioExchange} interface that calls an endpoint.
 * <p>
 * What it returns says how it calls:
 * <table class="striped">
 * <caption>Return types</caption>
 * <tr>
 * <td><code>Mono&lt;T&gt;</code></td>
 * <td>the last value, empty when it is null</td>
 * </tr>
 * <tr>
 * <td><code>Mono&lt;Void&gt;</code></td>
 * <td>nothing but the end</td>
 * </tr>
 * <tr>
 * <td><code>Flux&lt;T&gt;</code></td>
 * <td>each value as it is produced</td>
 * </tr>
 * <tr>
 * <td><code>Flux&lt;GradioEvent&lt;T&gt;&gt;</code></td>
 * <td>everything that happens</td>
 * </tr>
 * <tr>
 * <td><code>GradioJob&lt;T&gt;</code></td>
 * <td>calls at once, to be followed and cancelled</td>
 * </tr>
 * <tr>
 * <td><code>T</code>, <code>Optional&lt;T&gt;</code>, <code>void</code></td>
 * <td>waits for the last value; refused on a thread that must not block</td>
 * </tr>
 * </table>
 * Other reactive types that
 * {@link org.springframework.core.ReactiveAdapterRegistry#getSharedInstance()} knows,
 * such as <code>CompletableFuture</code>, work like <code>Mono</code> or
 * <code>Flux</code>. With several outputs <code>T</code> is a record with a component for
 * each, in their order, or a list. Publishers end as those of
 * {@link io.github.gradiospring.client.call.EndpointSpec} do, and also with
 * {@link GradioExchangeMismatchException}, before anything is called.
 * <p>
 * A parameter is an input of the endpoint under its own name or that of
 * {@link GradioInput}. Where the name is not an input of the endpoint, its snake case is
 * tried: <code>maxTokens</code> finds <code>max_tokens</code>. An argument that is null
 * or an empty <code>Optional</code> is left out when the input has a default, and sent as
 * null otherwise.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioCall {

	/**
	 * The name of the endpoint, with or without a slash at its start. By default the name
	 * of the method, or its snake case where the app has no endpoint of that name.
	 * @return the name
	 */
	String value() default "";

}
