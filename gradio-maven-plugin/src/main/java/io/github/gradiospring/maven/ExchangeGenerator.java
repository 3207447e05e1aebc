package io.github.gradiospring.maven;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.annotation.processing.Generated;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Writes the declarative client of an app: a <code>@GradioExchange</code> interface with
 * the records and enums that it needs. The same document gives the same source.
 * <p>
 * Files are taken as <code>Resource</code> and given as <code>FileData</code>, a link
 * whose content the client fetches. An input with a default may be null, and there is a
 * method without such inputs.
 */
public final class ExchangeGenerator {

	/** A method can have 255 parameters, of which a double is two. */
	private static final int MAX_PARAMETERS = 120;

	private static final ClassName EXCHANGE = ClassName.get("io.github.gradiospring.client.exchange", "GradioExchange");

	private final ClassName name;

	private final @Nullable String client;

	/**
	 * Creates a generator.
	 * @param packageName the package of the interface
	 * @param interfaceName its simple name
	 * @param client the client that the interface calls with, or {@code null} for none
	 * @throws IllegalArgumentException when a name is no name of Java
	 */
	public ExchangeGenerator(String packageName, String interfaceName, @Nullable String client) {
		if (!SourceVersion.isName(packageName)) {
			throw new IllegalArgumentException("'%s' cannot be the name of a package".formatted(packageName));
		}
		if (!SourceVersion.isName(interfaceName) || interfaceName.contains(".")) {
			throw new IllegalArgumentException("'%s' cannot be the name of an interface".formatted(interfaceName));
		}
		this.name = ClassName.get(packageName, interfaceName);
		this.client = client;
	}

	/**
	 * Writes the interface.
	 * @param info the document of <code>/info</code>
	 * @return the source, and what could not be written
	 */
	public Result generate(ApiInfo info) {
		AnnotationSpec.Builder exchange = AnnotationSpec.builder(EXCHANGE);
		if (this.client != null) {
			exchange.addMember("client", "$S", this.client);
		}
		TypeSpec.Builder type = TypeSpec.interfaceBuilder(this.name)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("The endpoints of a Gradio app, as its API description tells them.\n")
			.addAnnotation(NullMarked.class)
			.addAnnotation(
					AnnotationSpec.builder(Generated.class).addMember("value", "$S", getClass().getName()).build())
			.addAnnotation(exchange.build());
		// methods that every object or every client has
		JavaNames methodNames = new JavaNames("clone", "equals", "finalize", "getClass", "hashCode", "notify",
				"notifyAll", "toString", "verify", "wait");
		JavaNames typeNames = new JavaNames(this.name.simpleName());
		List<String> skipped = new ArrayList<>();
		info.namedEndpoints().forEach((name, endpoint) -> {
			if (isCallable(endpoint)) {
				new EndpointMethods(name, endpoint, this.name, typeNames).addTo(type, methodNames);
			}
			else {
				skipped.add(name);
			}
		});
		String source = JavaFile.builder(this.name.packageName(), type.build())
			.indent("\t")
			.skipJavaLangImports(true)
			.build()
			.toString();
		return new Result(source, List.copyOf(skipped));
	}

	private static boolean isCallable(EndpointInfo endpoint) {
		Set<String> names = endpoint.parameters()
			.stream()
			.map(ParameterInfo::parameterName)
			.filter((name) -> !name.isBlank())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return names.size() == endpoint.parameters().size() && names.size() <= MAX_PARAMETERS;
	}

	/**
	 * What was generated.
	 *
	 * @param source the source of the interface
	 * @param skipped the endpoints without methods: those with inputs that have no name
	 * of their own, and those with too many inputs
	 */
	public record Result(String source, List<String> skipped) {
	}

}
