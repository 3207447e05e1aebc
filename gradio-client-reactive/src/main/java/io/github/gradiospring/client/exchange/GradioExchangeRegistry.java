package io.github.gradiospring.client.exchange;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;

/**
 * The {@link GradioExchange} interfaces of a context, with the clients that they call
 * with. {@link ImportGradioExchanges} registers it. Clients by name are the context's;
 * those by address are built here, one for each address, by the context's
 * {@link GradioClientBuilder} if it has one, and end with the context.
 */
public final class GradioExchangeRegistry {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<String, GradioClient> clients = new ConcurrentHashMap<>();

	public GradioExchangeRegistry(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Compares all interfaces with their apps, for instance at start-up.
	 * @return completes when everything fits; fails with the
	 * {@link io.github.gradiospring.client.error.GradioClientException} of the one
	 * interface that does not, or with a composite of those of several
	 */
	public Mono<Void> verify() {
		return Flux.defer(() -> Flux.fromArray(this.beanFactory.getBeanNamesForType(GradioExchangeFactoryBean.class)))
			.map((name) -> this.beanFactory.getBean(BeanFactoryUtils.transformedBeanName(name)))
			.ofType(VerifiableExchange.class)
			.collectList()
			.flatMap((exchanges) -> Mono.whenDelayError(exchanges.stream().map(VerifiableExchange::verify).toList()));
	}

	/**
	 * Ends the clients that were built here.
	 * @return completes when they are closed
	 */
	public Mono<Void> close() {
		return Mono.defer(() -> {
			List<GradioClient> open = List.copyOf(this.clients.values());
			this.clients.clear();
			return Mono.whenDelayError(open.stream().map(GradioClient::close).toList());
		});
	}

	<S> S create(Class<S> exchangeType, @Nullable String client) {
		return GradioExchangeProxyFactory.create(client(exchangeType, client)).createClient(exchangeType);
	}

	private GradioClient client(Class<?> exchangeType, @Nullable String imported) {
		GradioExchange exchange = AnnotatedElementUtils.findMergedAnnotation(exchangeType, GradioExchange.class);
		if (StringUtils.hasText(imported)) {
			return named(resolve(imported), exchangeType);
		}
		if (exchange != null && !exchange.client().isEmpty()) {
			return named(resolve(exchange.client()), exchangeType);
		}
		if (exchange != null && !exchange.url().isEmpty()) {
			String url = resolve(exchange.url());
			return this.clients.computeIfAbsent("url " + url, (key) -> builder().url(url).build());
		}
		if (exchange != null && !exchange.space().isEmpty()) {
			String space = resolve(exchange.space());
			return this.clients.computeIfAbsent("space " + space, (key) -> builder().space(space).build());
		}
		GradioClient only = this.beanFactory.getBeanProvider(GradioClient.class).getIfUnique();
		if (only == null) {
			throw new InvalidGradioExchangeException(exchangeType.getName(),
					"It says neither url, space nor client, and there is not just one GradioClient bean.");
		}
		return only;
	}

	private String resolve(String value) {
		String resolved = this.beanFactory.resolveEmbeddedValue(value);
		return (resolved != null) ? resolved : "";
	}

	private GradioClientBuilder builder() {
		return this.beanFactory.getBeanProvider(GradioClientBuilder.class).getIfAvailable(GradioClient::builder);
	}

	private GradioClient named(String name, Class<?> exchangeType) {
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, GradioClient.class, name);
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw new UnknownGradioClientException(name, exchangeType.getName(), names());
		}
	}

	private List<String> names() {
		return Stream.of(this.beanFactory.getBeanNamesForType(GradioClient.class)).map(this::name).sorted().toList();
	}

	private String name(String beanName) {
		if (this.beanFactory.containsBeanDefinition(beanName)) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(beanName);
			AutowireCandidateQualifier qualifier = (definition instanceof AbstractBeanDefinition candidate)
					? candidate.getQualifier(Qualifier.class.getTypeName()) : null;
			if (qualifier != null && qualifier.getAttribute("value") instanceof String value) {
				return value;
			}
		}
		return beanName;
	}

}
