package io.github.gradiospring.server.endpoint.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.gradiospring.server.annotation.GradioCached;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringValueResolver;

/**
 * Finds annotated methods and function beans, by the types of beans alone, so that no
 * bean is created for it. Beans come in the order of their definitions, methods in that
 * of the source.
 */
final class EndpointScanner {

	/** By name, since these annotations need not be on the class path. */
	private static final Set<String> LIFECYCLE_ANNOTATIONS = Set.of("jakarta.annotation.PostConstruct",
			"jakarta.annotation.PreDestroy", Bean.class.getName());

	private final ConfigurableListableBeanFactory beanFactory;

	private final MethodOrder order;

	private final StringValueResolver placeholders;

	EndpointScanner(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.order = new MethodOrder(
				Objects.requireNonNullElseGet(beanFactory.getBeanClassLoader(), EndpointScanner.class::getClassLoader));
		this.placeholders = beanFactory::resolveEmbeddedValue;
	}

	/**
	 * Finds the methods.
	 * @return the methods and what their annotations say
	 */
	List<EndpointAttributes> scan() {
		List<EndpointAttributes> found = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = beanType(beanName);
			if (type != null && !type.getName().startsWith("org.springframework.")) {
				scan(beanName, type, found);
			}
		}
		return found;
	}

	private @Nullable Class<?> beanType(String beanName) {
		if (ScopedProxyUtils.isScopedTarget(beanName)) {
			return null;
		}
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
		if (type != null && ScopedObject.class.isAssignableFrom(type)) {
			type = AutoProxyUtils.determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName));
		}
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private void scan(String beanName, Class<?> type, List<EndpointAttributes> found) {
		GradioEndpoint onType = AnnotatedElementUtils.findMergedAnnotation(type, GradioEndpoint.class);
		if (onType == null) {
			onType = this.beanFactory.findAnnotationOnBean(beanName, GradioEndpoint.class, false);
		}
		if (onType == null && !AnnotationUtils.isCandidateClass(type, GradioEndpoint.class)) {
			return;
		}
		Method functionMethod = (onType != null) ? functionMethod(type) : null;
		if (functionMethod != null) {
			BeanMethod method = function(beanName, type, functionMethod);
			GradioEndpoint onMethod = AnnotatedElementUtils.findMergedAnnotation(method.method(), GradioEndpoint.class);
			found.add(attributes(method, onMethod, onType));
		}
		boolean allPublic = onType != null && functionMethod == null;
		Set<Method> methods = MethodIntrospector.selectMethods(type,
				(Method method) -> isEndpoint(method, type, allPublic, functionMethod));
		for (Method method : this.order.sort(type, methods)) {
			BeanMethod beanMethod = new BeanMethod(beanName, type, method);
			if (Modifier.isPrivate(method.getModifiers())) {
				throw beanMethod.invalid("It is private.", "Make it public, protected or package-private.");
			}
			found.add(attributes(beanMethod, AnnotatedElementUtils.findMergedAnnotation(method, GradioEndpoint.class),
					allPublic ? onType : null));
		}
	}

	private EndpointAttributes attributes(BeanMethod method, @Nullable GradioEndpoint onMethod,
			@Nullable GradioEndpoint onType) {
		GradioCached cached = AnnotatedElementUtils.findMergedAnnotation(method.method(), GradioCached.class);
		if (cached == null && onType != null) {
			cached = AnnotatedElementUtils.findMergedAnnotation(method.beanType(), GradioCached.class);
		}
		if (cached == null && method.function()) {
			cached = this.beanFactory.findAnnotationOnBean(method.beanName(), GradioCached.class, false);
		}
		return new EndpointAttributes(method, onMethod, onType, cached, this.placeholders);
	}

	private static boolean isEndpoint(Method method, Class<?> type, boolean allPublic,
			@Nullable Method functionMethod) {
		if (hasLifecycleAnnotation(method) || isSame(method, functionMethod)) {
			return false;
		}
		if (AnnotatedElementUtils.hasAnnotation(method, GradioEndpoint.class)) {
			return true;
		}
		Class<?> declaring = method.getDeclaringClass();
		return allPublic && Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& !method.isSynthetic() && !ReflectionUtils.isObjectMethod(method)
				&& (declaring == type || AnnotatedElementUtils.hasAnnotation(declaring, GradioEndpoint.class))
				&& !isCallback(method, type);
	}

	private static boolean hasLifecycleAnnotation(Method method) {
		return LIFECYCLE_ANNOTATIONS.stream().anyMatch((name) -> AnnotatedElementUtils.isAnnotated(method, name));
	}

	/** Such as {@code close} of {@code AutoCloseable}. */
	private static boolean isCallback(Method method, Class<?> type) {
		return ClassUtils.getAllInterfacesForClassAsSet(type)
			.stream()
			.filter((candidate) -> candidate.getName().startsWith("java.")
					|| candidate.getName().startsWith("org.springframework."))
			.anyMatch((candidate) -> ClassUtils.hasMethod(candidate, method));
	}

	private static boolean isSame(Method method, @Nullable Method functionMethod) {
		return functionMethod != null && method.getName().equals(functionMethod.getName())
				&& method.getParameterCount() == functionMethod.getParameterCount();
	}

	private static @Nullable Method functionMethod(Class<?> type) {
		if (Function.class.isAssignableFrom(type)) {
			return ReflectionUtils.findMethod(Function.class, "apply", Object.class);
		}
		return Supplier.class.isAssignableFrom(type) ? ReflectionUtils.findMethod(Supplier.class, "get") : null;
	}

	private BeanMethod function(String beanName, Class<?> type, Method functionMethod) {
		Class<?> functionInterface = functionMethod.getDeclaringClass();
		ResolvableType ofClass = ResolvableType.forClass(type).as(functionInterface);
		if (ofClass.resolveGeneric(0) != null) {
			Method method = BridgeMethodResolver.getMostSpecificMethod(functionMethod, type);
			return new BeanMethod(beanName, type, method, functionMethod, null);
		}
		ResolvableType declared = ofClass;
		if (this.beanFactory.containsBeanDefinition(beanName)) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(beanName);
			ResolvableType ofBean = definition.getResolvableType().as(functionInterface);
			declared = (ofBean != ResolvableType.NONE) ? ofBean : declared;
		}
		return new BeanMethod(beanName, type, functionMethod, functionMethod, declared);
	}

}
