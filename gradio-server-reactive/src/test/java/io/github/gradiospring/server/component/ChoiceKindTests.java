package io.github.gradiospring.server.component;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gradiospring.server.annotation.CheckboxGroup;
import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.Radio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChoiceKindTests {

	@ParameterizedTest
	@CsvSource({ "few,radio", "many,dropdown", "fewInDropdown,dropdown", "manyInRadio,radio", "text,radio",
			"set,checkboxgroup", "list,checkboxgroup", "array,checkboxgroup", "multi,dropdown", "texts,checkboxgroup" })
	void choosesTheComponent(String method, String type) {
		assertThat(bindInput(Values.class, method).component().type()).isEqualTo(type);
	}

	@Test
	void constantsHaveTheirJsonNames() {
		ComponentBinding binding = bindInput(Values.class, "few");
		assertThat(binding.component().props()).containsEntry("choices",
				json("[['LEFT','LEFT'],['to the right','to the right']]"));
		assertThat(binding.component().inputSchema())
			.isEqualTo(json("{'enum':['LEFT','to the right'],'title':'Radio','type':'string'}"));
		assertThat(binding.component().pythonInputType().type()).isEqualTo("Literal['LEFT', 'to the right']");
		assertThat(binding.read(json("'to the right'"), null)).isEqualTo(Side.RIGHT);
		assertThat(binding.write(Side.RIGHT, null)).isEqualTo(json("'to the right'"));
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json("'RIGHT'"), null))
			.withMessage(
					"Value: 'RIGHT' (type: <class 'str'>) is not in the list of choices: ['LEFT', 'to the right']");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1|1 (type: <class 'int'>)", "1.5|1.5 (type: <class 'float'>)",
			"true|True (type: <class 'bool'>)" })
	void wrongScalarsAreShownAsInPython(String wire, String shown) {
		ComponentBinding binding = bindInput(Values.class, "text");
		binding.check(json(wire));
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json(wire), null))
			.withMessage("Value: " + shown + " is not in the list of choices: ['a', 'b']");
	}

	@Test
	void longValuesAreCutInErrors() {
		ComponentBinding binding = bindInput(Values.class, "text");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> binding.read(Declared.MAPPER.valueToTree("x".repeat(100_000)), null))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(400).contains("xxx... (type"));
	}

	@Test
	void containersAreNoChoice() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "text").check(json("['a']")))
			.withMessage("Expected one of the choices, got a list.");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "set").check(json("'LEFT'")))
			.withMessage("Expected a list of choices, got a text.");
	}

	@Test
	void dropdownStartsWithTheFirstUnlessNullable() {
		assertThat(bindInput(Values.class, "many").component().props()).containsEntry("value", json("'A'"));
		assertThat(Declared.KINDS.bind(Declared.nullableInput(Values.class, "many")).component().props())
			.doesNotContainKey("value");
		assertThat(bindInput(Values.class, "few").component().props()).doesNotContainKey("value");
	}

	@Test
	void dropdownMayAllowOtherValues() {
		ComponentBinding binding = bindInput(Values.class, "custom");
		assertThat(binding.component().props()).containsEntry("allow_custom_value", json("true"))
			.containsEntry("filterable", json("false"));
		assertThat(binding.read(json("'other'"), null)).isEqualTo("other");
		assertThat(bindInput(Values.class, "customTexts").read(json("['x','other']"), null))
			.isEqualTo(List.of("x", "other"));
	}

	@Test
	void readsCollections() {
		assertThat(bindInput(Values.class, "set").read(json("['to the right','LEFT']"), null))
			.isEqualTo(Set.of(Side.LEFT, Side.RIGHT));
		assertThat(bindInput(Values.class, "list").read(json("['LEFT','LEFT']"), null))
			.isEqualTo(List.of(Side.LEFT, Side.LEFT));
		assertThat(bindInput(Values.class, "array").read(json("['LEFT']"), null)).isEqualTo(new Side[] { Side.LEFT });
		assertThat(bindInput(Values.class, "enumSet").read(json("['LEFT']"), null)).isEqualTo(EnumSet.of(Side.LEFT));
		assertThat(bindInput(Values.class, "sorted").read(json("['q','p']"), null))
			.isEqualTo(new TreeSet<>(List.of("p", "q")));
		assertThat(bindInput(Values.class, "collection").read(json("[]"), null)).isEqualTo(List.of());
	}

	@Test
	void writesCollections() {
		assertThat(bindInput(Values.class, "list").write(List.of(Side.RIGHT), null))
			.isEqualTo(json("['to the right']"));
		assertThat(bindInput(Values.class, "array").write(new Side[] { Side.LEFT }, null)).isEqualTo(json("['LEFT']"));
	}

	@Test
	void wrongElementsAreRefused() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "multi").read(json("['x','nope']"), null))
			.withMessage("Value: 'nope' (type: <class 'str'>) is not in the list of choices: ['x', 'y']");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "set").read(json("[['LEFT']]"), null))
			.withMessageStartingWith("Value: ['LEFT'] (type: <class 'list'>) is not in the list of choices");
	}

	@Test
	void defaultsAreChoices() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "few", "to the right")).component().props())
			.containsEntry("value", json("'to the right'"));
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "set", "LEFT")).component().props())
			.containsEntry("value", json("['LEFT']"));
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "set", "[\"LEFT\"]")).component().props())
			.containsEntry("value", json("['LEFT']"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "few", "RIGHT")))
			.withMessageStartingWith("The default of 'value' is wrong: Value: 'RIGHT'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "set", "RIGHT")))
			.withMessageStartingWith("The default of 'value' is wrong: Value: 'RIGHT'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "noChoices|'value' has no choices. Name them in the annotation, or use an enum.",
					"choicesOfEnum|'value' is an enum, which has its choices already. "
							+ "Remove them from the annotation, or use String as the type.",
					"labels|'value' has 2 choices, but 1 labels. Give each choice a label, or none.",
					"customEnum|'value' is an enum, so it cannot allow other values. "
							+ "Use String as the type, or remove allowCustomValue.",
					"radios|'value' has the type 'java.util.List<java.lang.String>', but @Radio needs "
							+ "an enum or a String. Change the type or remove the annotation.",
					"number|'value' has the type 'int', but @Dropdown needs an enum or a String. "
							+ "Change the type or remove the annotation.",
					"group|'value' has the type 'java.lang.String', but @CheckboxGroup needs "
							+ "a collection of an enum or of String. Change the type or remove the annotation." })
	void wrongDeclarationsAreRefused(String method, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, method)).withMessage(message);
	}

	enum Side {

		LEFT, @JsonProperty("to the right")
		RIGHT

	}

	enum Many {

		A, B, C, D, E

	}

	@SuppressWarnings("unused")
	interface Values {

		void few(Side value);

		void many(Many value);

		void fewInDropdown(@Dropdown Side value);

		void manyInRadio(@Radio Many value);

		void text(@Radio({ "a", "b" }) String value);

		void custom(@Dropdown(choices = { "x", "y" }, allowCustomValue = true, filterable = false) String value);

		void customTexts(@Dropdown(choices = { "x", "y" }, allowCustomValue = true) List<String> value);

		void set(Set<Side> value);

		void list(List<Side> value);

		void array(Side[] value);

		void enumSet(EnumSet<Side> value);

		void collection(Collection<Side> value);

		void sorted(@CheckboxGroup({ "p", "q" }) TreeSet<String> value);

		void multi(@Dropdown({ "x", "y" }) List<String> value);

		void texts(@CheckboxGroup({ "x", "y" }) String[] value);

		void noChoices(@Radio String value);

		void choicesOfEnum(@Radio({ "LEFT" }) Side value);

		void labels(@Radio(choices = { "a", "b" }, labels = "A") String value);

		void customEnum(@Dropdown(allowCustomValue = true) Side value);

		void radios(@Radio({ "a" }) List<String> value);

		void number(@Dropdown({ "1" }) int value);

		void group(@CheckboxGroup({ "a" }) String value);

	}

}
