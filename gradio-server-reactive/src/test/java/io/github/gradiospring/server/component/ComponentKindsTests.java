package io.github.gradiospring.server.component;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.ComponentHint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ComponentKindsTests {

	@Test
	void kindsOfTheApplicationComeFirst() {
		ComponentKinds kinds = new ComponentKinds(Declared.MAPPER, List.of(new UpperCaseKind()));
		ComponentBinding binding = kinds.bind(Declared.input(Values.class, "plain"));
		assertThat(binding.read(json("'a'"), null)).isEqualTo("A");
		assertThat(kinds.bind(Declared.input(Values.class, "number")).component().type()).isEqualTo("number");
	}

	@Test
	void kindsOfTheApplicationGetDefaultsAsJson() {
		ComponentKinds kinds = new ComponentKinds(Declared.MAPPER, List.of(new UpperCaseKind()));
		ComponentBinding binding = kinds.bind(Declared.input(Values.class, "plain", "[\"x\"]"));
		assertThat(binding.component().props()).containsEntry("value", json("['x']"))
			.containsEntry("label", json("'value'"));
		assertThat(binding.read(json("'a'"), null)).isEqualTo("A");
		assertThat(binding.opaque()).isTrue();
	}

	@Test
	void builtInKindsLeaveUnknownHintsAlone() {
		assertThatIllegalArgumentException().isThrownBy(() -> Declared.bindInput(Values.class, "shouted"))
			.withMessage("'value' has the type 'java.lang.String' and @Shout, which no ComponentKind takes. "
					+ "Remove the annotation, or register a ComponentKind bean.");
	}

	@Test
	void unknownComponentsHaveOnlyWhatIsSet() {
		ComponentDescription component = ComponentDescription.builder("gauge")
			.label("l")
			.prop("max", 3)
			.prop("none", null)
			.schema(json("{'type':'number','additional_description':'in','description':'out'}"), "float")
			.exampleInput(1)
			.build();
		assertThat(component.props())
			.isEqualTo(Map.of("name", json("'gauge'"), "label", json("'l'"), "max", json("3")));
		assertThat(component.pythonInputType().description()).isEqualTo("in");
		assertThat(component.pythonOutputType().description()).isEqualTo("out");
		assertThat(component.exampleInput()).isEqualTo(json("1"));
		assertThat(component.skipApi()).isFalse();
	}

	@ComponentHint
	@Retention(RetentionPolicy.RUNTIME)
	@interface Shout {

	}

	static class UpperCaseKind implements ComponentKind {

		@Override
		public ComponentBinding bind(ValueDescriptor value) {
			return (value.type().toClass() == String.class) ? new Binding(value.label()) : null;
		}

		record Binding(String label) implements ComponentBinding {

			@Override
			public ComponentDescription component() {
				return ComponentDescription.builder("textbox").label(this.label).build();
			}

			@Override
			public Object read(JsonNode value, ConversionContext context) {
				return value.stringValue().toUpperCase();
			}

			@Override
			public JsonNode write(Object value, ConversionContext context) {
				return JsonNodeFactory.instance.stringNode(value.toString());
			}

			@Override
			public boolean opaque() {
				return true;
			}

		}

	}

	@SuppressWarnings("unused")
	interface Values {

		void plain(String value);

		void number(int value);

		void shouted(@Shout String value);

	}

}
