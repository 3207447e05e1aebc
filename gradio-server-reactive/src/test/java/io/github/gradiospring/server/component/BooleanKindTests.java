package io.github.gradiospring.server.component;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BooleanKindTests {

	@ParameterizedTest
	@ValueSource(strings = { "primitive", "boxed" })
	void convertsBothWays(String method) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo("checkbox");
		binding.check(json("true"));
		assertThat(binding.read(json("true"), null)).isEqualTo(true);
		assertThat(binding.write(false, null)).isEqualTo(json("false"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'true'", "1", "[]" })
	void refusesWhatIsNoBoolean(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "primitive").check(json(wire)))
			.withMessageStartingWith("Expected a boolean, got a");
	}

	@Test
	void startsEmptyUnlessNullable() {
		assertThat(bindInput(Values.class, "primitive").component().props()).containsEntry("value", json("false"));
		assertThat(Declared.KINDS.bind(Declared.nullableInput(Values.class, "boxed")).component().props())
			.doesNotContainKey("value");
	}

	@Test
	void defaultsAreTrueOrFalse() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "primitive", "true")).component().props())
			.containsEntry("value", json("true"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "primitive", "yes")))
			.withMessage("The default of 'b' is wrong: 'yes' is neither 'true' nor 'false'.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void primitive(boolean b);

		void boxed(Boolean b);

	}

}
