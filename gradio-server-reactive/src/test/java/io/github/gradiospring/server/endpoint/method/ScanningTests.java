package io.github.gradiospring.server.endpoint.method;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.gradiospring.server.annotation.GradioCached;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointFixture;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;

import static io.github.gradiospring.server.endpoint.EndpointFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Which beans and methods are endpoints, whatever proxies and scopes they have. */
class ScanningTests {

	private static final AtomicInteger created = new AtomicInteger();

	@BeforeEach
	void reset() {
		created.set(0);
	}

	@Test
	void methodsInTheOrderOfTheSource() {
		try (EndpointFixture fixture = EndpointFixture.of(Ordered.class)) {
			assertThat(names(fixture)).containsExactly("zebra", "apple", "mango", "banana", "inherited");
		}
	}

	@Test
	void publicMethodsOfAnAnnotatedType() {
		try (EndpointFixture fixture = EndpointFixture.of(OnType.class)) {
			assertThat(names(fixture)).containsExactly("first", "hidden", "second");
		}
	}

	@Test
	void annotationsOnInterfacesAndSuperclasses() {
		try (EndpointFixture fixture = EndpointFixture.of(Implementation.class)) {
			assertThat(names(fixture)).containsExactly("declared");
			assertThat(fixture.values("declared", "a")).containsExactly(json("declared:a"));
		}
	}

	@Test
	void functionBeans() {
		try (EndpointFixture fixture = EndpointFixture.of(Functions.class)) {
			assertThat(names(fixture)).containsExactlyInAnyOrder("upper", "count", "words", "named", "answers");
			assertThat(fixture.endpoint("upper").inputs()).singleElement()
				.satisfies((input) -> assertThat(input.name()).isEqualTo("input"));
			assertThat(fixture.endpoint("upper").cache()).isNotNull();
			assertThat(fixture.endpoint("upper").origin()).isEqualTo("bean 'upper'");
			assertThat(fixture.values("upper", "a")).containsExactly(json("A"));
			assertThat(fixture.endpoint("count").inputs()).isEmpty();
			assertThat(fixture.values("count")).containsExactly(json(42));
			assertThat(fixture.endpoint("words").generator()).isTrue();
			assertThat(fixture.values("words", "a b")).containsExactly(json("a"), json("b"));
			assertThat(fixture.endpoint("named").inputs().get(0).name()).isEqualTo("text");
			assertThat(fixture.endpoint("named").inputs().get(0).description()).isEqualTo("what to count");
			assertThat(fixture.values("named", "abc")).containsExactly(json(3));
			assertThat(fixture.endpoint("answers").queue().concurrencyLimit()).isEqualTo(7);
			assertThat(fixture.values("answers")).containsExactly(json("yes"));
		}
	}

	@Test
	void beanMethodsAreNoEndpointsOfTheirConfiguration() {
		try (EndpointFixture fixture = EndpointFixture.of(Functions.class)) {
			assertThat(fixture.registry.endpoints()).extracting(Endpoint::origin)
				.noneMatch((origin) -> origin.contains(Functions.class.getName() + "."));
		}
	}

	@Test
	void classBasedProxy() {
		try (EndpointFixture fixture = EndpointFixture.of(ClassProxies.class, Ordered.class)) {
			assertThat(fixture.context.getBean(Ordered.class).getClass()).isNotEqualTo(Ordered.class);
			assertThat(names(fixture)).containsExactly("zebra", "apple", "mango", "banana", "inherited");
			assertThat(fixture.values("zebra", "a")).containsExactly(json("advised:zebra:a"));
		}
	}

	@Test
	void interfaceBasedProxy() {
		try (EndpointFixture fixture = EndpointFixture.of(InterfaceProxies.class, Proxied.class)) {
			assertThat(fixture.context.getBean(Greeter.class)).isNotInstanceOf(Proxied.class);
			assertThat(fixture.values("greet", "a")).containsExactly(json("advised:Hello a"));
		}
	}

	@Test
	void interfaceBasedProxyOfALazyBean() {
		try (EndpointFixture fixture = EndpointFixture.of(InterfaceProxies.class, LazyProxied.class)) {
			assertThat(fixture.values("greet", "a")).containsExactly(json("advised:Hello a"));
		}
	}

	@Test
	void interfaceBasedProxyOfAFunction() {
		try (EndpointFixture fixture = EndpointFixture.of(InterfaceProxies.class, NamedFunction.class)) {
			assertThat(fixture.context.getBean(Function.class)).isNotInstanceOf(NamedFunction.class);
			assertThat(fixture.values("named", "abc")).containsExactly(json(3));
		}
	}

	@Test
	void lazyBeanIsCreatedByItsFirstCall() {
		try (EndpointFixture fixture = EndpointFixture.of(LazyBean.class)) {
			assertThat(names(fixture)).containsExactly("lazy");
			assertThat(created).hasValue(0);
			assertThat(fixture.values("lazy")).containsExactly(json(1));
			assertThat(fixture.values("lazy")).containsExactly(json(1));
		}
	}

	@Test
	void prototypeIsCreatedByEachCall() {
		try (EndpointFixture fixture = EndpointFixture.of(Prototype.class)) {
			assertThat(fixture.values("number")).containsExactly(json(1));
			assertThat(fixture.values("number")).containsExactly(json(2));
		}
	}

	@Test
	void scopedProxyGivesTheBeanOfTheWorker() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
		try (EndpointFixture fixture = EndpointFixture.of(context, ScopedBean.class)) {
			assertThat(names(fixture)).containsExactly("number");
			assertThat(created).hasValue(0);
			assertThat(fixture.values("number")).containsExactly(json(1));
			assertThat(fixture.values("number")).containsExactly(json(2));
		}
	}

	private static List<String> names(EndpointFixture fixture) {
		return fixture.registry.endpoints().stream().map(Endpoint::name).toList();
	}

	static class Base {

		@GradioEndpoint
		void inherited() {
		}

	}

	static class Ordered extends Base {

		@GradioEndpoint
		String zebra(String text) {
			return "zebra:" + text;
		}

		@GradioEndpoint
		protected void apple() {
		}

		void noEndpoint() {
		}

		@GradioEndpoint
		public void mango() {
		}

		@GradioEndpoint
		void banana() {
		}

	}

	@GradioEndpoint
	public static class OnType implements AutoCloseable, DisposableBean {

		public void first() {
		}

		void notPublic() {
		}

		public static void notOfAnInstance() {
		}

		@GradioEndpoint
		void hidden() {
		}

		public String second() {
			return "second";
		}

		@Override
		@SuppressWarnings("try")
		public void close() {
		}

		@Override
		public void destroy() {
		}

		@Override
		public String toString() {
			return "on type";
		}

	}

	interface Declaration {

		@GradioEndpoint
		String declared(String text);

	}

	static class Implementation implements Declaration {

		@Override
		public String declared(String text) {
			return "declared:" + text;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Functions {

		@Bean
		@GradioEndpoint
		@GradioCached
		Function<String, String> upper() {
			return String::toUpperCase;
		}

		@Bean
		@GradioEndpoint
		Supplier<Integer> count() {
			return () -> 42;
		}

		@Bean
		@GradioEndpoint
		Function<String, Flux<String>> words() {
			return (text) -> Flux.fromArray(text.split(" "));
		}

		@Bean
		Function<String, String> noEndpoint() {
			return Function.identity();
		}

		@Bean("length")
		NamedFunction named() {
			return new NamedFunction();
		}

		@Bean
		Answers answers() {
			return new Answers();
		}

	}

	@GradioEndpoint("named")
	static class NamedFunction implements Function<String, Integer> {

		@Override
		public Integer apply(@GradioParam(description = "what to count") String text) {
			return text.length();
		}

	}

	@GradioEndpoint
	static class Answers implements Supplier<String> {

		@Override
		@GradioEndpoint(concurrencyLimit = 7)
		public String get() {
			return "yes";
		}

	}

	interface Greeter {

		String greet(String name);

	}

	static class Proxied implements Greeter {

		@Override
		@GradioEndpoint
		public String greet(String name) {
			return "Hello " + name;
		}

	}

	@Lazy
	static class LazyProxied extends Proxied {

	}

	abstract static class Advice {

		@Bean
		NameMatchMethodPointcutAdvisor advisor() {
			MethodInterceptor interceptor = (invocation) -> {
				Object result = invocation.proceed();
				return (result instanceof String) ? "advised:" + result : result;
			};
			NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(interceptor);
			advisor.setMappedNames("zebra", "greet", "apply");
			return advisor;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ClassProxies extends Advice {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			DefaultAdvisorAutoProxyCreator proxies = new DefaultAdvisorAutoProxyCreator();
			proxies.setProxyTargetClass(true);
			return proxies;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterfaceProxies extends Advice {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			return new DefaultAdvisorAutoProxyCreator();
		}

	}

	@Lazy
	static class LazyBean {

		LazyBean() {
			created.incrementAndGet();
		}

		@GradioEndpoint
		int lazy() {
			return created.get();
		}

	}

	@Scope("prototype")
	static class Prototype {

		private final int number = created.incrementAndGet();

		@GradioEndpoint
		int number() {
			return this.number;
		}

	}

	@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedBean {

		private int number;

		@Autowired
		void count() {
			this.number = created.incrementAndGet();
		}

		@GradioEndpoint
		int number() {
			return this.number;
		}

	}

}
