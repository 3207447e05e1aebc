package io.github.gradiospring.server.component;

import java.time.Duration;

import io.github.gradiospring.server.annotation.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimerKindTests {

	@Test
	void convertsSeconds() {
		ComponentBinding binding = bindInput(Values.class, "seconds");
		binding.check(json("2"));
		assertThat(binding.read(json("2"), null)).isEqualTo(2.0);
		assertThat(binding.write(0.5, null)).isEqualTo(json("0.5"));
	}

	@Test
	void convertsDurations() {
		ComponentBinding binding = bindInput(Values.class, "duration");
		assertThat(binding.read(json("0.1"), null)).isEqualTo(Duration.ofMillis(100));
		assertThat(binding.read(json("1e999999999"), null)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
		assertThat(binding.write(Duration.ofMillis(1500), null)).isEqualTo(json("1.5"));
		assertThat(binding.write(Duration.ofMinutes(1), null)).isEqualTo(json("60"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'1'", "-1", "true", "[]" })
	void refusesOtherJson(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "seconds").read(json(wire), null))
			.withMessage("Expected a number of seconds.");
	}

	@Test
	void describesTheTimer() {
		assertThat(bindInput(Values.class, "seconds").component().props()).containsEntry("value", json("1"))
			.containsEntry("active", json("true"));
		assertThat(bindOutput(Values.class, "out").component().props()).containsEntry("value", json("2.5"))
			.containsEntry("active", json("false"));
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "seconds", "3")).component().props())
			.containsEntry("value", json("3"));
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @Timer needs a double or a Duration.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void seconds(@Timer double seconds);

		void duration(@Timer Duration duration);

		@Timer(value = 2.5, active = false)
		Duration out();

		void text(@Timer String text);

	}

}
