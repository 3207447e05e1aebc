/**
 * Tests of applications that call Gradio apps, and of applications that serve them.
 *
 * <h2>An application that calls a Gradio app</h2>
 *
 * {@link io.github.gradiospring.test.mock.MockGradioServer} is a Gradio app on this
 * machine that does what the test says, by the true protocol and without a network:
 *
 * <pre class="code">
 * try (MockGradioServer server = MockGradioServer.start()) {
 *     server.endpoint("/greet").parameter("name").returns("Hello");
 *     // ... the application calls server.url() ...
 *     assertThat(server.takeCall()).isFor("/greet").hasInput("name", "Ada");
 * }
 * </pre>
 *
 * Whatever an app may do is an answer:
 *
 * <pre class="code">
 * server.endpoint("/tell").parameter("prompt").queued(2, 1, 0).progress(0.5, "half").streams("a", "ab");
 * server.endpoint("/draw").parameter("size", "number", 512).returns(Path.of("src/test/resources/cat.png"));
 * server.endpoint("/busy").queueFull().fails("Too dark").returns("at last");
 * MockHold hold = server.endpoint("/slow").hold();
 * server.endpoint("/slow").returns("done");
 * </pre>
 *
 * A call of <code>/slow</code> waits until the test says <code>hold.release()</code>, so
 * nothing sleeps. JUnit tests get a server by
 * {@link io.github.gradiospring.test.mock.MockGradioServerExtension}. In tests of Spring
 * Boot the clients of <code>application.yml</code> are led to mock servers by
 * {@link io.github.gradiospring.test.autoconfigure.AutoConfigureMockGradioServer}:
 *
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureMockGradioServer("greeter")
 * class GreetingTests {
 *
 *     &#64;Test
 *     void greets(&#64;Autowired MockGradioServer server) {
 *         server.endpoint("/greet").parameter("name").returns("Hello");
 *     }
 *
 * }
 * </pre>
 *
 * <h2>An application that serves Gradio endpoints</h2>
 *
 * {@link io.github.gradiospring.test.tester.GradioTester} calls them as a client does:
 *
 * <pre class="code">
 * &#64;SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * &#64;AutoConfigureGradioTester
 * class TextToolsTests {
 *
 *     &#64;Autowired
 *     private GradioTester tester;
 *
 *     &#64;Test
 *     void greets() {
 *         this.tester.endpoint("/greet").input("name", "Ada").execute().isEqualTo("Hello, Ada!");
 *     }
 *
 *     &#64;Test
 *     void spells() {
 *         this.tester.endpoint("/spell")
 *             .input("word", "ab")
 *             .executeStream()
 *             .verifier(String.class)
 *             .expectNext("a", "ab")
 *             .verifyComplete();
 *     }
 *
 *     &#64;Test
 *     void refusesStrangers() {
 *         this.tester.endpoint("/greet").input("name", "").execute().error().hasMessage("A name, please");
 *     }
 *
 *     &#64;Test
 *     void isDocumented() {
 *         this.tester.api().endpoint("/greet").hasParameters("name").returns("Textbox");
 *     }
 *
 * }
 * </pre>
 *
 * <h2>A real Gradio</h2>
 *
 * {@link io.github.gradiospring.test.testcontainers.GradioContainer} runs a Python app in
 * Docker, and <code>@ServiceConnection</code> leads a client to it:
 *
 * <pre class="code">
 * &#64;Container
 * &#64;ServiceConnection
 * static final GradioContainer greeter = new GradioContainer(GradioImage.ofScript(Path.of("src/test/python/app.py")))
 *     .withClientName("greeter");
 * </pre>
 */
@NullMarked
package io.github.gradiospring.test;

import org.jspecify.annotations.NullMarked;
