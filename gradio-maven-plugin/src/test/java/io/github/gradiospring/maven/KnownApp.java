package io.github.gradiospring.maven;

import java.lang.reflect.Proxy;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.exchange.GradioExchangeProxyFactory;
import io.github.gradiospring.client.exchange.VerifiableExchange;
import io.github.gradiospring.protocol.config.DependencyConfig;
import io.github.gradiospring.protocol.info.ApiInfo;
import reactor.core.publisher.Mono;

/** A client of an app of which only the description is there. */
final class KnownApp {

	private KnownApp() {
	}

	static void verify(Class<?> exchange, ApiInfo info) {
		Object client = GradioExchangeProxyFactory.create(client(info)).createClient(exchange);
		((VerifiableExchange) client).verify().block();
	}

	private static GradioClient client(ApiInfo info) {
		List<AppEndpoint> endpoints = info.namedEndpoints()
			.entrySet()
			.stream()
			.map((named) -> new AppEndpoint(DependencyConfig.builder().apiName(named.getKey().substring(1)).build(),
					named.getValue(), List.of(), List.of()))
			.toList();
		GradioApp app = new GradioApp(null, info, endpoints);
		return (GradioClient) Proxy.newProxyInstance(KnownApp.class.getClassLoader(),
				new Class<?>[] { GradioClient.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("app")) {
						return Mono.just(app);
					}
					throw new UnsupportedOperationException(method.getName());
				});
	}

}
