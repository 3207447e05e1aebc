package io.github.gradiospring.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.jspecify.annotations.Nullable;

/** The methods of one endpoint, and the types that they need. */
final class EndpointMethods {

	private static final String EXCHANGE = "io.github.gradiospring.client.exchange";

	private static final ClassName CALL = ClassName.get(EXCHANGE, "GradioCall");

	private static final ClassName INPUT = ClassName.get(EXCHANGE, "GradioInput");

	private static final ClassName RESOURCE = ClassName.get("org.springframework.core.io", "Resource");

	private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");

	private static final ClassName FLUX = ClassName.get("reactor.core.publisher", "Flux");

	private final String name;

	private final EndpointInfo info;

	private final ClassName exchange;

	private final JavaNames typeNames;

	private final List<TypeSpec> types = new ArrayList<>();

	private final List<Parameter> parameters = new ArrayList<>();

	EndpointMethods(String name, EndpointInfo info, ClassName exchange, JavaNames typeNames) {
		this.name = name;
		this.info = info;
		this.exchange = exchange;
		this.typeNames = typeNames;
		JavaNames names = new JavaNames();
		for (ParameterInfo parameter : info.parameters()) {
			this.parameters.add(parameter(parameter, names.variable(parameter.parameterName())));
		}
	}

	/** Adds everything to the interface. */
	void addTo(TypeSpec.Builder type, JavaNames methodNames) {
		TypeName result = result();
		String method = methodNames.variable(this.name);
		add(type, method, ParameterizedTypeName.get(MONO, result), "Calls <code>%s</code> for its last value.");
		if (!this.info.returns().isEmpty()) {
			add(type, methodNames.variable(this.name + " stream"), ParameterizedTypeName.get(FLUX, result),
					"Calls <code>%s</code> for each value as it is produced.");
		}
		this.types.forEach(type::addType);
	}

	private void add(TypeSpec.Builder type, String method, TypeName returned, String purpose) {
		MethodSpec.Builder full = MethodSpec.methodBuilder(method)
			.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
			.addJavadoc("$L\n", purpose.formatted(JavadocText.of(this.name)))
			.addAnnotation(AnnotationSpec.builder(CALL).addMember("value", "$S", this.name).build())
			.returns(returned);
		describe(full);
		this.parameters.forEach((parameter) -> {
			full.addJavadoc("@param $L $L\n", parameter.name(), parameter.javadoc());
			full.addParameter(parameter.spec());
		});
		full.addJavadoc(returns());
		type.addMethod(full.build());
		if (this.parameters.stream().anyMatch(Parameter::optional)) {
			type.addMethod(shorter(method, returned, purpose));
		}
	}

	/** The same without what has a default. */
	private MethodSpec shorter(String method, TypeName returned, String purpose) {
		MethodSpec.Builder shorter = MethodSpec.methodBuilder(method)
			.addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
			.addJavadoc("$L Inputs that are not given have their defaults.\n",
					purpose.formatted(JavadocText.of(this.name)))
			.returns(returned);
		describe(shorter);
		List<String> arguments = new ArrayList<>();
		for (Parameter parameter : this.parameters) {
			// a null alone could mean another method, or be taken for an array
			arguments.add(parameter.optional() ? "null" : parameter.name());
			if (!parameter.optional()) {
				shorter.addJavadoc("@param $L $L\n", parameter.name(), parameter.javadoc());
				shorter.addParameter(ParameterSpec.builder(parameter.type(), parameter.name()).build());
			}
		}
		return shorter.addJavadoc(returns())
			.addStatement("return $L($L)", method, String.join(", ", arguments))
			.build();
	}

	private void describe(MethodSpec.Builder method) {
		if (!this.info.description().isBlank()) {
			method.addJavadoc("$L\n", JavadocText.sentence(this.info.description()));
		}
	}

	private String returns() {
		List<String> labels = this.info.returns().stream().map(EndpointMethods::label).toList();
		String text = labels.isEmpty() ? "the end of the call" : String.join(", ", labels);
		return "@return " + text.replace("$", "$$") + "\n";
	}

	private Parameter parameter(ParameterInfo info, String name) {
		TypeName boxed = new SchemaTypes(info.type(), RESOURCE, (choices) -> choices(info, choices)).type();
		TypeName type = info.parameterHasDefault() ? nullable(boxed) : boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
		StringBuilder javadoc = new StringBuilder(
				info.label().isBlank() ? info.component() : JavadocText.of(info.label()));
		String description = info.type().path("description").asString("");
		if (!description.isBlank()) {
			javadoc.append("; ").append(JavadocText.of(description));
		}
		if (info.parameterHasDefault()) {
			javadoc.append("; by default <code>")
				.append(JavadocText.of(String.valueOf(info.parameterDefault())))
				.append("</code>");
		}
		return new Parameter(name, info.parameterName(), type, info.parameterHasDefault(), javadoc.toString());
	}

	private TypeName choices(ParameterInfo info, List<String> choices) {
		String enumName = this.typeNames.type(this.name + " " + info.parameterName());
		this.types.add(ChoiceEnum.of(enumName, choices, "What input <code>%s</code> of <code>%s</code> takes."
			.formatted(JavadocText.of(info.parameterName()), JavadocText.of(this.name))));
		return this.exchange.nestedClass(enumName);
	}

	private TypeName result() {
		List<ReturnInfo> outputs = this.info.returns();
		if (outputs.isEmpty()) {
			return ClassName.get(Void.class);
		}
		if (outputs.size() == 1) {
			return output(outputs.get(0));
		}
		String recordName = this.typeNames.type(this.name + " result");
		JavaNames names = new JavaNames("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString",
				"wait");
		MethodSpec.Builder components = MethodSpec.constructorBuilder();
		TypeSpec.Builder type = TypeSpec.recordBuilder(recordName)
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.addJavadoc("The outputs of <code>$L</code>.\n\n", JavadocText.of(this.name));
		for (ReturnInfo output : outputs) {
			String component = names.variable(output.label());
			type.addJavadoc("@param $L $L\n", component, label(output));
			components.addParameter(nullable(output(output)), component);
		}
		this.types.add(type.recordConstructor(components.build()).build());
		return this.exchange.nestedClass(recordName);
	}

	/** An app may answer with what is no choice, so these stay texts. */
	private static TypeName output(ReturnInfo output) {
		return new SchemaTypes(output.type(), ClassName.get(FileData.class), (choices) -> ClassName.get(String.class))
			.type();
	}

	private static String label(ReturnInfo output) {
		return output.label().isBlank() ? "the " + output.component().toLowerCase(Locale.ROOT)
				: JavadocText.of(output.label());
	}

	private static TypeName nullable(TypeName type) {
		return type.annotated(AnnotationSpec.builder(Nullable.class).build());
	}

	/**
	 * A parameter of the methods.
	 *
	 * @param name its name in Java
	 * @param input its name for the app
	 * @param type its type
	 * @param optional whether it may be left out
	 * @param javadoc what it is
	 */
	private record Parameter(String name, String input, TypeName type, boolean optional, String javadoc) {

		ParameterSpec spec() {
			ParameterSpec.Builder spec = ParameterSpec.builder(this.type, this.name);
			if (!this.name.equals(this.input)) {
				spec.addAnnotation(AnnotationSpec.builder(INPUT).addMember("value", "$S", this.input).build());
			}
			return spec.build();
		}

	}

}
