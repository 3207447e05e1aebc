package io.github.gradiospring.client.exchange;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.ReflectiveProcessor;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What a native image has to keep of an interface and of the types in its calls. */
final class GradioExchangeReflectiveProcessor implements ReflectiveProcessor {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerReflectionHints(ReflectionHints hints, AnnotatedElement element) {
		if (element instanceof Class<?> type) {
			registerReflectionHints(hints, type);
		}
	}

	void registerReflectionHints(ReflectionHints hints, Class<?> exchangeType) {
		hints.registerType(exchangeType, MemberCategory.INVOKE_PUBLIC_METHODS);
		for (Method method : exchangeType.getMethods()) {
			if (AnnotatedElementUtils.hasAnnotation(method, GradioCall.class)) {
				this.binding.registerReflectionHints(hints, method.getGenericReturnType());
				for (Type parameter : method.getGenericParameterTypes()) {
					this.binding.registerReflectionHints(hints, parameter);
				}
			}
		}
	}

}
