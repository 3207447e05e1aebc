package io.github.gradiospring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets clients of the application under test connect to a
 * {@link io.github.gradiospring.test.mock.MockGradioServer} instead of the real app,
 * whatever <code>gradio.client.&lt;name&gt;</code> says of its address. The server of
 * each client is a bean, with the client's name as its {@code @Qualifier} when there are
 * several; answers and calls are forgotten before each test.
 *
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureMockGradioServer("greeter")
 * class GreetingServiceTests {
 *
 *     &#64;Test
 *     void greets(&#64;Autowired MockGradioServer greeter, &#64;Autowired GreetingService service) {
 *         server.endpoint("/greet").parameter("name").returns("Hello");
 *         ...
 *     }
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureMockGradioServer {

	/**
	 * The clients, each of which gets a server of its own.
	 * @return the names, as in <code>gradio.client.&lt;name&gt;</code>
	 */
	String[] value();

}
