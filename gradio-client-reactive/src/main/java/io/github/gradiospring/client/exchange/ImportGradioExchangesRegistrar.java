package io.github.gradiospring.client.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** Registers what {@link ImportGradioExchanges} says. */
final class ImportGradioExchangesRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	ImportGradioExchangesRegistrar(Environment environment, ResourceLoader resourceLoader) {
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		GradioExchangeBeans beans = new GradioExchangeBeans(registry, this.environment, this.resourceLoader);
		MergedAnnotations annotations = importing.getAnnotations();
		annotations.stream(ImportGradioExchanges.class).forEach((imported) -> register(imported, importing, beans));
		annotations.stream(ImportGradioExchanges.Container.class)
			.flatMap((several) -> Stream.of(several.getAnnotationArray("value", ImportGradioExchanges.class)))
			.forEach((imported) -> register(imported, importing, beans));
	}

	private void register(MergedAnnotation<ImportGradioExchanges> imported, AnnotationMetadata importing,
			GradioExchangeBeans beans) {
		String client = imported.getString("client");
		Class<?>[] types = imported.getClassArray("types");
		Set<String> packages = new LinkedHashSet<>(List.of(imported.getStringArray("basePackages")));
		for (Class<?> type : imported.getClassArray("basePackageClasses")) {
			packages.add(type.getPackageName());
		}
		if (types.length == 0 && packages.isEmpty()) {
			packages.add(ClassUtils.getPackageName(importing.getClassName()));
		}
		for (Class<?> type : types) {
			beans.register(type, client);
		}
		beans.scan(packages, client);
	}

}
