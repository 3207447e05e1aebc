package io.github.gradiospring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test a {@link io.github.gradiospring.test.tester.GradioTester} of the
 * application under test, which must run on a real port:
 *
 * <pre class="code">
 * &#64;SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * &#64;AutoConfigureGradioTester
 * class TextToolsTests {
 *
 *     &#64;Test
 *     void greets(&#64;Autowired GradioTester tester) {
 *         tester.endpoint("/greet").input("name", "Ada").execute().isEqualTo("Hello, Ada");
 *     }
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureGradioTester {

}
