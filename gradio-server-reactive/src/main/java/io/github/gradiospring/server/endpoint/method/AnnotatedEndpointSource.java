package io.github.gradiospring.server.endpoint.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.server.component.ComponentKinds;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointSource;
import io.github.gradiospring.server.file.FileStore;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.Assert;

/**
 * Offers the methods and function beans annotated with
 * {@link io.github.gradiospring.server.annotation.GradioEndpoint}. It looks at types
 * only: a bean is first needed when one of its methods is called.
 */
public final class AnnotatedEndpointSource implements EndpointSource {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ComponentBinder binder;

	private final JsonMapper jsonMapper;

	private final int defaultConcurrencyLimit;

	private final ConstraintsFactory constraints;

	private AnnotatedEndpointSource(Builder builder) {
		this.beanFactory = builder.beanFactory;
		this.binder = new ComponentBinder(builder.kinds, builder.serverMode);
		this.jsonMapper = builder.jsonMapper;
		this.defaultConcurrencyLimit = builder.defaultConcurrencyLimit;
		this.constraints = builder.constraints;
	}

	/**
	 * Starts a source.
	 * @param beanFactory the beans of the application; those of type
	 * {@link ArgumentResolver} take part
	 * @param kinds the kinds of values of the application
	 * @return a builder
	 */
	public static Builder builder(ConfigurableListableBeanFactory beanFactory, ComponentKinds kinds) {
		return new Builder(beanFactory, kinds);
	}

	/**
	 * Looks at all beans.
	 * @throws io.github.gradiospring.server.endpoint.InvalidEndpointException for the
	 * first method that is declared wrongly
	 */
	@Override
	public List<Endpoint> endpoints() {
		List<EndpointAttributes> found = new EndpointScanner(this.beanFactory).scan();
		Map<String, Integer> limits = limits(found);
		List<ArgumentResolver> resolvers = new ArrayList<>(
				this.beanFactory.getBeanProvider(ArgumentResolver.class).orderedStream().toList());
		resolvers.addAll(Argument.BUILT_IN);
		StateDeclarations states = new StateDeclarations(this.jsonMapper);
		return found.stream().map((attributes) -> {
			EndpointParameters parameters = new EndpointParameters(attributes, this.binder, states, resolvers);
			BeanInvoker invoker = new BeanInvoker(this.beanFactory, attributes.method());
			return new EndpointMethod(attributes, parameters, invoker, this.binder).toEndpoint(limits,
					this.constraints);
		}).toList();
	}

	/**
	 * The limit of each concurrency id: declared by any of its endpoints, or the default.
	 */
	private Map<String, Integer> limits(List<EndpointAttributes> found) {
		Map<String, Integer> limits = new HashMap<>();
		for (EndpointAttributes attributes : found) {
			limits.merge(attributes.concurrencyId(), attributes.concurrencyLimit(),
					(first, next) -> (first != -1) ? first : next);
		}
		limits.replaceAll((id, limit) -> (limit != -1) ? limit : this.defaultConcurrencyLimit);
		return limits;
	}

	/** Builds an {@link AnnotatedEndpointSource}. */
	public static final class Builder {

		private final ConfigurableListableBeanFactory beanFactory;

		private final ComponentKinds kinds;

		private JsonMapper jsonMapper = GradioProtocol.jsonMapper();

		private int defaultConcurrencyLimit = 1;

		private boolean serverMode;

		private ConstraintsFactory constraints = (attributes, parameters, invoker) -> null;

		private Builder(ConfigurableListableBeanFactory beanFactory, ComponentKinds kinds) {
			this.beanFactory = beanFactory;
			this.kinds = kinds;
		}

		/** Reads the initial values of state; the mapper of the protocol otherwise. */
		public Builder jsonMapper(JsonMapper jsonMapper) {
			this.jsonMapper = jsonMapper;
			return this;
		}

		/**
		 * Limits the calls at a time where an endpoint does not: 1 unless told otherwise,
		 * 0 for no limit.
		 */
		public Builder defaultConcurrencyLimit(int limit) {
			Assert.isTrue(limit >= 0, "The default concurrency limit must not be negative");
			this.defaultConcurrencyLimit = limit;
			return this;
		}

		/**
		 * Describes values as Gradio's server mode does, which has no page: with a schema
		 * and no component; off unless told otherwise.
		 */
		public Builder serverMode(boolean serverMode) {
			this.serverMode = serverMode;
			return this;
		}

		/**
		 * Checks constraints on parameters; they are ignored otherwise.
		 * @param validator checks them, ignored when {@code null}
		 * @param worker where they are checked, since they may block
		 * @param files where the files among the values are
		 * @return this
		 */
		public Builder validator(@Nullable Validator validator, Scheduler worker, FileStore files) {
			if (validator != null) {
				this.constraints = new BeanValidationConstraints(validator, worker, files);
			}
			return this;
		}

		/**
		 * Builds the source.
		 * @return the source
		 */
		public AnnotatedEndpointSource build() {
			return new AnnotatedEndpointSource(this);
		}

	}

}
