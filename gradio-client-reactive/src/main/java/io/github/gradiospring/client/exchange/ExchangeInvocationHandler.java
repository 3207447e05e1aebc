package io.github.gradiospring.client.exchange;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.app.GradioApp;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ReflectionUtils;

/** Turns the methods of an interface into calls. */
final class ExchangeInvocationHandler implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final ExchangeInterface exchange;

	private final GradioClient client;

	private volatile @Nullable Binding binding;

	ExchangeInvocationHandler(ExchangeInterface exchange, GradioClient client) {
		this.exchange = exchange;
		this.client = client;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
		@Nullable Object[] arguments = (args != null) ? args : NO_ARGUMENTS;
		ExchangeMethod call = this.exchange.methods().get(method);
		if (call != null) {
			return call.result()
				.make(bound().map((calls) -> calls.get(method))
					.map((bound) -> bound.prepare(this.client, call, arguments)));
		}
		if (method.getDeclaringClass() == VerifiableExchange.class) {
			return bound().then();
		}
		if (method.isDefault()) {
			// the interface may be package-private
			ReflectionUtils.makeAccessible(method);
			return InvocationHandler.invokeDefault(proxy, method, args);
		}
		return switch (method.getName()) {
			case "equals" -> proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> "Gradio exchange " + this.exchange.type().getName();
		};
	}

	/** The calls as the app of now knows them; a mismatch is looked at anew each time. */
	private Mono<Map<Method, BoundCall>> bound() {
		return this.client.app().map((app) -> {
			Binding binding = this.binding;
			if (binding == null || binding.app() != app) {
				binding = new Binding(app, ExchangeBinder.bind(this.exchange, app));
				this.binding = binding;
			}
			return binding.calls();
		});
	}

	private record Binding(GradioApp app, Map<Method, BoundCall> calls) {
	}

}
