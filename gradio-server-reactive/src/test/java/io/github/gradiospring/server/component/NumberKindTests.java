package io.github.gradiospring.server.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;

import io.github.gradiospring.server.annotation.NumberBox;
import io.github.gradiospring.server.annotation.Slider;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class NumberKindTests {

	@ParameterizedTest
	@MethodSource("types")
	void convertsBothWays(String method, Object value, String wire) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo("number");
		binding.check(json(wire));
		assertThat(binding.read(json(wire), null)).isEqualTo(value);
		assertThat(binding.write(value, null).toString()).isEqualTo(wire);
	}

	static Stream<Arguments> types() {
		return Stream.of(arguments("aByte", (byte) 7, "7"), arguments("aShort", (short) -300, "-300"),
				arguments("anInt", 70000, "70000"), arguments("boxed", 70000, "70000"),
				arguments("aLong", 1L << 60, "1152921504606846976"), arguments("aFloat", 0.1f, "0.1"),
				arguments("aDouble", 2.5, "2.5"),
				arguments("big", new BigInteger("123456789012345678901"), "123456789012345678901"),
				arguments("decimal", new BigDecimal("1.5"), "1.5"));
	}

	@Test
	void integersHaveNoDecimals() {
		ComponentBinding binding = bindInput(Values.class, "anInt");
		assertThat(binding.component().props()).containsEntry("precision", json("0"));
		assertThat(binding.component().inputSchema()).isEqualTo(json("{'type':'integer'}"));
		assertThat(binding.component().pythonInputType().type()).isEqualTo("int");
		assertThat(bindInput(Values.class, "aDouble").component().props()).doesNotContainKey("precision");
	}

	@ParameterizedTest
	@CsvSource({ "3.0,3", "2.5,2", "3.5,4", "-2.5,-2", "2.4,2" })
	void roundsToIntegersAsPythonDoes(String wire, int value) {
		assertThat(bindInput(Values.class, "anInt").read(json(wire), null)).isEqualTo(value);
	}

	@Test
	void roundsToPrecisionBothWays() {
		ComponentBinding binding = bindInput(Values.class, "cents");
		assertThat(binding.component().props()).containsEntry("precision", json("2"))
			.containsEntry("step", json("0.05"));
		assertThat(binding.read(json("1.2345"), null)).isEqualTo(1.23);
		assertThat(binding.write(1.2389, null).toString()).isEqualTo("1.24");
		assertThat(binding.write(Double.NaN, null).isNumber()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "aByte,128,greater than maximum value 127", "aShort,-40000,less than minimum value -32768",
			"anInt,3000000000,greater than maximum value 2147483647",
			"aLong,9223372036854775808,greater than maximum value 9223372036854775807" })
	void holdsTheRangeOfTheType(String method, String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, method).read(json(wire), null))
			.withMessage("Value " + wire + " is " + message + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'5'", "true", "[1]", "{}" })
	void refusesWhatIsNoNumber(String wire) {
		ComponentBinding binding = bindInput(Values.class, "aDouble");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.check(json(wire)))
			.withMessageStartingWith("Expected a number, got a");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json(wire), null));
	}

	@ParameterizedTest
	@CsvSource({ "aDouble", "decimal", "big" })
	void refusesHugeNumbers(String method) {
		JsonNode huge = Declared.MAPPER.getNodeFactory().numberNode(new BigDecimal("1e100000000"));
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, method).read(huge, null))
			.withMessage("The number is too large.");
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, method).read(json("1e999"), null))
			.withMessage("The number is too large.");
	}

	@Test
	void sliderIsAsDeclared() {
		ComponentBinding binding = bindInput(Values.class, "slider");
		assertThat(binding.component().type()).isEqualTo("slider");
		assertThat(binding.component().props()).containsEntry("minimum", json("-1"))
			.containsEntry("maximum", json("1.5"))
			.containsEntry("step", json("0.01"))
			.containsEntry("value", json("-1"));
		assertThat(binding.component().inputSchema())
			.isEqualTo(json("{'type':'number','description':'numeric value between -1 and 1.5'}"));
		assertThat(binding.component().pythonOutputType().description()).isEqualTo("numeric value between -1 and 1.5");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json("1.75"), null))
			.withMessage("Value 1.75 is greater than maximum value 1.5.");
	}

	@Test
	void composedHintsCount() {
		ComponentBinding binding = bindInput(Values.class, "volume");
		assertThat(binding.component().props()).containsEntry("maximum", json("11"))
			.containsEntry("step", json("1"))
			.containsEntry("precision", json("0"));
		assertThat(binding.read(json("11"), null)).isEqualTo(11);
	}

	@Test
	void beanValidationIsShownButNotChecked() {
		ComponentBinding binding = bindInput(Values.class, "validated");
		assertThat(binding.component().props()).containsEntry("minimum", json("1")).containsEntry("maximum", json("5"));
		assertThat(binding.component().exampleInput()).isEqualTo(json("1"));
		assertThat(binding.read(json("9"), null)).isEqualTo(9);
		assertThat(bindInput(Values.class, "validatedDecimal").component().props()).containsEntry("minimum", json("0"))
			.containsEntry("maximum", json("9.5"));
		assertThat(bindInput(Values.class, "exclusive").component().props()).doesNotContainKey("maximum");
	}

	@Test
	void objectsPass() {
		ComponentBinding binding = bindInput(Values.class, "any");
		assertThat(binding.component().type()).isEqualTo("number");
		binding.check(json("'five'"));
		assertThat(binding.read(json("'five'"), null)).isEqualTo("five");
		assertThat(binding.read(json("7"), null)).isEqualTo(7);
		assertThat(binding.write(7.5, null)).isEqualTo(json("7.5"));
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> binding.read(json("11"), null))
			.withMessage("Value 11 is greater than maximum value 10.");
	}

	@Test
	void defaultsAreNumbersInRange() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "aDouble", "10")).component().props())
			.containsEntry("value", json("10"));
		wrongDefault("aDouble", "ten", "The default of 'n' is wrong: 'ten' is not JSON.");
		wrongDefault("aDouble", "\"10\"", "The default of 'n' is wrong: '\"10\"' is not a number.");
		wrongDefault("slider", "9", "The default of 'n' is wrong: Value 9 is greater than maximum value 1.5.");
	}

	private static void wrongDefault(String method, String text, String message) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, method, text)))
			.withMessage(message);
	}

	@Test
	void wrongDeclarationsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "reversed"))
			.withMessage("The minimum 5.0 of 'n' is not less than the maximum 1.0. Change one of them.");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessage("'n' has the type 'java.lang.String', but @Slider needs a number. "
					+ "Change the type or remove the annotation.");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "both"))
			.withMessageStartingWith("'n' has @NumberBox and @Slider");
	}

	@Slider(maximum = 11)
	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Volume {

	}

	@SuppressWarnings("unused")
	interface Values {

		void aByte(byte n);

		void aShort(short n);

		void anInt(int n);

		void boxed(Integer n);

		void aLong(long n);

		void aFloat(float n);

		void aDouble(double n);

		void big(BigInteger n);

		void decimal(BigDecimal n);

		void cents(@NumberBox(precision = 2, step = 0.05) double n);

		void slider(@Slider(minimum = -1, maximum = 1.5) double n);

		void volume(@Volume int n);

		void validated(@Min(1) @Max(5) int n);

		void validatedDecimal(@PositiveOrZero @DecimalMax("9.5") BigDecimal n);

		void exclusive(@DecimalMax(value = "9.5", inclusive = false) BigDecimal n);

		void any(@NumberBox(maximum = 10) Object n);

		void reversed(@NumberBox(minimum = 5, maximum = 1) int n);

		void text(@Slider String n);

		void both(@NumberBox @Slider int n);

	}

}
