package io.github.gradiospring.maven;

import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** The enum of a parameter that takes one of several texts. */
final class ChoiceEnum {

	private static final ClassName JSON_VALUE = ClassName.get("com.fasterxml.jackson.annotation", "JsonValue");

	private ChoiceEnum() {
	}

	static TypeSpec of(String name, List<String> choices, String javadoc) {
		TypeSpec.Builder type = TypeSpec.enumBuilder(name)
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.addJavadoc("$L\n", javadoc)
			.addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
			.addMethod(MethodSpec.constructorBuilder()
				.addParameter(String.class, "value")
				.addStatement("this.value = value")
				.build())
			.addMethod(MethodSpec.methodBuilder("value")
				.addJavadoc("The value that the app knows.\n@return the value\n")
				.addAnnotation(JSON_VALUE)
				.addModifiers(Modifier.PUBLIC)
				.returns(String.class)
				.addStatement("return this.value")
				.build());
		JavaNames names = new JavaNames();
		for (String choice : choices) {
			String text = choice.isBlank() ? "No text." : "<code>%s</code>".formatted(JavadocText.of(choice));
			type.addEnumConstant(names.constant(choice),
					TypeSpec.anonymousClassBuilder("$S", choice).addJavadoc("$L\n", text).build());
		}
		return type.build();
	}

}
