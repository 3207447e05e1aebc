package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/** Finds a bean, through its proxies, when it is called, and calls its method. */
final class BeanInvoker {

	private final BeanFactory beanFactory;

	private final BeanMethod method;

	private final boolean singleton;

	private volatile @Nullable Object bean;

	private volatile Method invocable;

	/**
	 * Looks how the method can be called.
	 * @param beanFactory where the bean is
	 * @param method the method
	 * @throws io.github.gradiospring.server.endpoint.InvalidEndpointException when a
	 * proxy of the bean lacks the method
	 */
	BeanInvoker(BeanFactory beanFactory, BeanMethod method) {
		this.beanFactory = beanFactory;
		this.method = method;
		this.singleton = beanFactory.isSingleton(method.beanName());
		Class<?> type = beanFactory.getType(method.beanName(), false);
		this.invocable = select((type != null) ? type : method.beanType());
	}

	/** The bean, created now if it is lazy or of a narrower scope. */
	Object bean() {
		Object bean = this.bean;
		if (bean == null) {
			bean = this.beanFactory.getBean(this.method.beanName());
			if (this.singleton) {
				this.bean = bean;
			}
		}
		return bean;
	}

	/**
	 * Calls the method.
	 * @param arguments its arguments
	 * @return what it returned
	 * @throws RuntimeException what it threw; a checked exception as the cause of one
	 * that Reactor unwraps
	 */
	@Nullable Object invoke(@Nullable Object[] arguments) {
		Object bean = bean();
		try {
			return invocable(bean).invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof Error error) {
				throw error;
			}
			throw Exceptions.propagate(ex.getTargetException());
		}
		catch (IllegalAccessException | IllegalArgumentException ex) {
			throw new IllegalStateException("Cannot call %s with %s".formatted(this.method,
					Arrays.stream(arguments).map(BeanInvoker::typeName).toList()), ex);
		}
	}

	private static String typeName(@Nullable Object argument) {
		return (argument != null) ? argument.getClass().getName() : "null";
	}

	/** A bean that did not exist at start-up may have got a proxy since. */
	private Method invocable(Object bean) {
		Method method = this.invocable;
		if (!method.getDeclaringClass().isInstance(bean) && !Modifier.isStatic(method.getModifiers())) {
			method = select(bean.getClass());
			this.invocable = method;
		}
		return method;
	}

	private Method select(Class<?> type) {
		try {
			Method selected = AopUtils.selectInvocableMethod(this.method.invoked(), type);
			ReflectionUtils.makeAccessible(selected);
			return selected;
		}
		catch (IllegalStateException ex) {
			throw this.method.invalid(
					"Its bean '%s' has a proxy that lacks the method.".formatted(this.method.beanName()),
					"Add the method to an interface of the bean, or use class-based proxies "
							+ "(spring.aop.proxy-target-class=true).",
					ex);
		}
	}

}
