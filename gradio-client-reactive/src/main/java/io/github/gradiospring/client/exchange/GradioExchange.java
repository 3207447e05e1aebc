package io.github.gradiospring.client.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * An interface whose methods call the endpoints of a Gradio app:
 *
 * <pre class="code">
 * &#064;GradioExchange(space = "openai/whisper")
 * interface Whisper {
 *
 *     &#064;GradioCall("/predict")
 *     Mono&lt;String&gt; transcribe(Resource audio);
 *
 *     &#064;GradioCall("/predict")
 *     Flux&lt;GradioEvent&lt;String&gt;&gt; follow(Resource audio);
 *
 * }
 * </pre>
 *
 * At most one of {@link #url()}, {@link #space()} and {@link #client()} says which app it
 * is. With none of them it is the client that {@link GradioExchangeProxyFactory} or
 * {@link ImportGradioExchanges} names, or else the context's only client.
 *
 * @see GradioExchangeProxyFactory
 * @see ImportGradioExchanges
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(GradioExchangeReflectiveProcessor.class)
public @interface GradioExchange {

	/**
	 * The address of the app, as a browser would open it. <code>${...}</code> is filled
	 * in from the environment.
	 * @return the address
	 */
	String url() default "";

	/**
	 * The Space, <code>owner/name</code>. <code>${...}</code> is filled in from the
	 * environment.
	 * @return the Space
	 */
	String space() default "";

	/**
	 * The name of a client, such as <code>whisper</code> for
	 * <code>gradio.client.whisper</code> in a Spring Boot application: the qualifier or
	 * the bean name of a {@link io.github.gradiospring.client.GradioClient}.
	 * @return the name
	 */
	String client() default "";

}
