package io.github.gradiospring.client.exchange;

import java.lang.reflect.Proxy;

import io.github.gradiospring.client.GradioClient;

/**
 * Makes clients out of {@link GradioExchange} interfaces.
 */
public final class GradioExchangeProxyFactory {

	private final GradioClient client;

	private GradioExchangeProxyFactory(GradioClient client) {
		this.client = client;
	}

	/**
	 * A factory of clients that call with a client. They belong to its session, and end
	 * with it.
	 * @param client what to call with; <code>url</code>, <code>space</code> and
	 * <code>client</code> of {@link GradioExchange} have no say then
	 * @return the factory
	 */
	public static GradioExchangeProxyFactory create(GradioClient client) {
		return new GradioExchangeProxyFactory(client);
	}

	/**
	 * Makes a client. Nothing is sent; with its first call it connects, and compares the
	 * interface with the app.
	 * @param exchangeType the interface; {@link GradioExchange} on it is not needed here
	 * @param <S> the interface
	 * @return the client, also a {@link VerifiableExchange}; thread-safe
	 * @throws InvalidGradioExchangeException when the interface cannot be a client
	 */
	public <S> S createClient(Class<S> exchangeType) {
		ExchangeInterface exchange = ExchangeInterface.of(exchangeType);
		Object proxy = Proxy.newProxyInstance(exchangeType.getClassLoader(), proxyInterfaces(exchangeType),
				new ExchangeInvocationHandler(exchange, this.client));
		return exchangeType.cast(proxy);
	}

	static Class<?>[] proxyInterfaces(Class<?> exchangeType) {
		return new Class<?>[] { exchangeType, VerifiableExchange.class };
	}

}
