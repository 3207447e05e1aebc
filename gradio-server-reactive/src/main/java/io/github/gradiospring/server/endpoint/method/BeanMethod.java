package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.gradiospring.server.endpoint.InvalidEndpointException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedMethod;

/**
 * A method of a bean as its class declares it, or what a {@code Function} or
 * {@code Supplier} bean does.
 *
 * @param beanName the bean
 * @param beanType its class, without proxies
 * @param method the method that declares parameters and result
 * @param invoked the method that callers call, the one of {@code Function} or
 * {@code Supplier} for such beans
 * @param functionType the declared type of a lambda, whose method says nothing;
 * {@code null} otherwise
 */
record BeanMethod(String beanName, Class<?> beanType, Method method, Method invoked,
		@Nullable ResolvableType functionType) {

	BeanMethod(String beanName, Class<?> beanType, Method method) {
		this(beanName, beanType, method, method, null);
	}

	/** Whether a bean is called as a function, not by the name of its method. */
	boolean function() {
		return this.functionType != null || this.method != this.invoked;
	}

	/** Where annotations are that say more of the endpoint. */
	AnnotatedElement annotated() {
		return function() ? this.beanType : this.method;
	}

	/** Its parameters, with annotations from interfaces. */
	MethodParameter[] parameters() {
		return new AnnotatedMethod(this.method).getMethodParameters();
	}

	ResolvableType typeOf(MethodParameter parameter) {
		ResolvableType function = this.functionType;
		return (function != null) ? function.getGeneric(0)
				: ResolvableType.forMethodParameter(this.method, parameter.getParameterIndex(), this.beanType);
	}

	ResolvableType returnType() {
		ResolvableType function = this.functionType;
		return (function != null) ? function.getGeneric(function.getGenerics().length - 1)
				: ResolvableType.forMethodReturnType(this.method, this.beanType);
	}

	/** Says that it is declared wrongly, and what to change. */
	InvalidEndpointException invalid(String problem, String action) {
		return new InvalidEndpointException(toString(), problem, action);
	}

	/** Says that it is declared wrongly, and what to change. */
	InvalidEndpointException invalid(String problem, String action, Throwable cause) {
		return new InvalidEndpointException(toString(), problem, action, cause);
	}

	@Override
	public String toString() {
		if (this.functionType != null) {
			return "bean '%s'".formatted(this.beanName);
		}
		String parameters = Arrays.stream(this.method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return "%s.%s(%s)".formatted(this.beanType.getName(), this.method.getName(), parameters);
	}

}
