package io.github.gradiospring.client.exchange;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.javapoet.ClassName;

/**
 * Prepares the beans of {@link GradioExchange} interfaces for ahead-of-time processing.
 */
final class GradioExchangeAotProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		if (registeredBean.getBeanClass() != GradioExchangeFactoryBean.class) {
			return null;
		}
		return new Contribution(registeredBean.getBeanType().getGeneric().toClass());
	}

	private record Contribution(Class<?> exchangeType) implements BeanRegistrationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanRegistrationCode beanRegistrationCode) {
			RuntimeHints hints = generationContext.getRuntimeHints();
			hints.proxies().registerJdkProxy(GradioExchangeProxyFactory.proxyInterfaces(this.exchangeType));
			new GradioExchangeReflectiveProcessor().registerReflectionHints(hints.reflection(), this.exchangeType);
		}

		@Override
		public BeanRegistrationCodeFragments customizeBeanRegistrationCodeFragments(GenerationContext generationContext,
				BeanRegistrationCodeFragments codeFragments) {
			return new BeanRegistrationCodeFragmentsDecorator(codeFragments) {

				@Override
				public ClassName getTarget(RegisteredBean registeredBean) {
					// the interface may be package-private: code that names it must be
					// there
					return ClassName.get(Contribution.this.exchangeType);
				}

			};
		}

	}

}
