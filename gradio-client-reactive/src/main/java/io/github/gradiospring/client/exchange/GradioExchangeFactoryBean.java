package io.github.gradiospring.client.exchange;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.FactoryBean;

/**
 * Makes the bean of a {@link GradioExchange} interface.
 *
 * @param <S> the interface
 */
public final class GradioExchangeFactoryBean<S> implements FactoryBean<S>, BeanFactoryAware {

	private final Class<S> exchangeType;

	private final String client;

	private @Nullable BeanFactory beanFactory;

	/**
	 * Creates the factory.
	 * @param exchangeType the interface
	 * @param client the name of the client to call with, empty for what the interface
	 * says
	 */
	public GradioExchangeFactoryBean(Class<S> exchangeType, String client) {
		this.exchangeType = exchangeType;
		this.client = client;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public S getObject() {
		if (this.beanFactory == null) {
			throw new IllegalStateException("No bean factory is set");
		}
		return this.beanFactory.getBean(GradioExchangeRegistry.class).create(this.exchangeType, this.client);
	}

	@Override
	public Class<S> getObjectType() {
		return this.exchangeType;
	}

}
