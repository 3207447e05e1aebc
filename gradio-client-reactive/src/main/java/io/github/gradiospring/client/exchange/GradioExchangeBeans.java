package io.github.gradiospring.client.exchange;

import java.util.Collection;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Registers {@link GradioExchange} interfaces as beans, for the registrars of
 * {@link ImportGradioExchanges} and of frameworks. An interface is a bean under its full
 * name, after <code>client#</code> if it was registered for a client.
 */
public final class GradioExchangeBeans {

	private static final String REGISTRY = "gradioExchangeRegistry";

	private final BeanDefinitionRegistry registry;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	/**
	 * Creates the registration, and registers the {@link GradioExchangeRegistry}.
	 * @param registry where beans are registered
	 * @param environment says which profiles are active
	 * @param resourceLoader where to look for interfaces
	 */
	public GradioExchangeBeans(BeanDefinitionRegistry registry, Environment environment,
			ResourceLoader resourceLoader) {
		this.registry = registry;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
		if (!registry.containsBeanDefinition(REGISTRY)) {
			RootBeanDefinition definition = new RootBeanDefinition(GradioExchangeRegistry.class);
			definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			definition.setDestroyMethodName("close");
			registry.registerBeanDefinition(REGISTRY, definition);
		}
	}

	/**
	 * Registers the annotated interfaces of packages.
	 * @param packages the packages, with those below them
	 * @param client the name of the client to call with, empty for what the interfaces
	 * say
	 */
	public void scan(Collection<String> packages, String client) {
		Scanner scanner = new Scanner(this.environment);
		scanner.setResourceLoader(this.resourceLoader);
		for (String name : packages) {
			scanner.findCandidateComponents(name).forEach((found) -> register(load(found), client));
		}
	}

	/**
	 * Registers an interface.
	 * @param exchangeType the interface
	 * @param client the name of the client to call with, empty for what the interface
	 * says
	 * @throws InvalidGradioExchangeException when it cannot be a client
	 */
	public void register(Class<?> exchangeType, String client) {
		String name = client.isEmpty() ? exchangeType.getName() : client + "#" + exchangeType.getName();
		if (this.registry.containsBeanDefinition(name)) {
			return;
		}
		ExchangeInterface.of(exchangeType);
		RootBeanDefinition definition = new RootBeanDefinition(GradioExchangeFactoryBean.class);
		definition.setTargetType(ResolvableType.forClassWithGenerics(GradioExchangeFactoryBean.class, exchangeType));
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, exchangeType);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, client);
		this.registry.registerBeanDefinition(name, definition);
	}

	private Class<?> load(BeanDefinition found) {
		return ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()),
				this.resourceLoader.getClassLoader());
	}

	private static final class Scanner extends ClassPathScanningCandidateComponentProvider {

		Scanner(Environment environment) {
			super(false, environment);
			addIncludeFilter(new AnnotationTypeFilter(GradioExchange.class));
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return definition.getMetadata().isIndependent() && definition.getMetadata().isInterface()
					&& !definition.getMetadata().isAnnotation();
		}

	}

}
