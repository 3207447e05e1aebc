package io.github.gradiospring.client.exchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Registers {@link GradioExchange} interfaces as beans that can be injected by type. With
 * neither types nor packages those of the annotated class's package are registered, and
 * of the packages below it.
 * <p>
 * A Spring Boot application that imports none itself gets those of its own packages.
 *
 * @see GradioExchangeRegistry
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(ImportGradioExchanges.Container.class)
@Import(ImportGradioExchangesRegistrar.class)
public @interface ImportGradioExchanges {

	/**
	 * The same as {@link #types()}.
	 * @return the interfaces
	 */
	@AliasFor("types")
	Class<?>[] value() default {};

	/**
	 * The interfaces to register; these need no {@link GradioExchange}.
	 * @return the interfaces
	 */
	@AliasFor("value")
	Class<?>[] types() default {};

	/**
	 * The packages to look through for annotated interfaces.
	 * @return the packages
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages to look through.
	 * @return the classes
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * The name of the client that these interfaces call with, whatever they say
	 * themselves: the qualifier or the bean name of a
	 * {@link io.github.gradiospring.client.GradioClient}.
	 * @return the name, empty for what the interfaces say
	 */
	String client() default "";

	/**
	 * Holds several of them.
	 */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@Import(ImportGradioExchangesRegistrar.class)
	@interface Container {

		/**
		 * The imports.
		 * @return the imports
		 */
		ImportGradioExchanges[] value();

	}

}
