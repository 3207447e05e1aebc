package io.github.gradiospring.server.component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

import io.github.gradiospring.server.annotation.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DateTimeKindTests {

	@ParameterizedTest
	@MethodSource("types")
	void convertsBothWays(String method, Object value, String wire) {
		ComponentBinding binding = bindInput(Values.class, method);
		assertThat(binding.component().type()).isEqualTo("datetime");
		binding.check(json(wire));
		assertThat(binding.read(json(wire), null)).isEqualTo(value);
		assertThat(binding.write(value, null)).isEqualTo(json(wire));
	}

	static Stream<Arguments> types() {
		LocalDateTime time = LocalDateTime.of(2020, 10, 1, 5, 20, 15);
		return Stream.of(arguments("date", time.toLocalDate(), "'2020-10-01'"),
				arguments("local", time, "'2020-10-01 05:20:15'"),
				arguments("offset", time.atOffset(ZoneOffset.ofHours(2)), "'2020-10-01 05:20:15'"),
				arguments("zoned", time.atZone(ZoneId.of("Europe/Rome")), "'2020-10-01 05:20:15'"),
				arguments("instant", Instant.parse("2020-10-01T03:20:15Z"), "'2020-10-01 05:20:15'"));
	}

	@ParameterizedTest
	@CsvSource({ "'2020-10-01T05:20:15'", "'2020-10-01 03:20:15Z'", "'2020-10-01T03:20:15.000Z'",
			"'2020-10-01T04:20:15+01:00'", "' 2020-10-01 05:20:15 '" })
	void readsIsoDates(String text) {
		assertThat(bindInput(Values.class, "instant").read(Declared.MAPPER.valueToTree(text), null))
			.isEqualTo(Instant.parse("2020-10-01T03:20:15Z"));
	}

	@Test
	void readsSecondsAndDates() {
		assertThat(bindInput(Values.class, "instant").read(json("1.5"), null)).isEqualTo(Instant.ofEpochMilli(1500));
		assertThat(bindInput(Values.class, "instant").read(json("'2020-10-01'"), null))
			.isEqualTo(Instant.parse("2020-09-30T22:00:00Z"));
		assertThat(bindInput(Values.class, "date").read(json("'2020-10-01 05:20:15'"), null))
			.isEqualTo(LocalDate.of(2020, 10, 1));
	}

	@ParameterizedTest
	@CsvSource({ "now,2020-10-01T03:20:15Z", "now - 5m,2020-10-01T03:15:15Z", "now-2d,2020-09-29T03:20:15Z" })
	void readsNow(String text, Instant expected) {
		Clock clock = Clock.fixed(Instant.parse("2020-10-01T03:20:15.5Z"), ZoneOffset.UTC);
		ComponentBinding binding = new DateTimeKind(clock).bind(Declared.input(Values.class, "instant"));
		assertThat(binding.read(Declared.MAPPER.valueToTree(text), null)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "''", "'tomorrow'", "'2020-02-30'", "'2020-13-01 00:00:00'", "1e30", "'now - 999999999999d'" })
	void refusesWhatIsNoDate(String wire) {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "instant").read(json(wire), null))
			.withMessageEndingWith("is not a date. Write it as YYYY-MM-DD HH:MM:SS.");
	}

	@Test
	void refusesOtherJson() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "date").check(json("true")))
			.withMessage("Expected a date as YYYY-MM-DD, got a boolean.");
	}

	@Test
	void describesTheNotation() {
		assertThat(bindInput(Values.class, "date").component().inputSchema())
			.isEqualTo(json("{'type':'string','description':'Formatted as YYYY-MM-DD'}"));
		assertThat(bindInput(Values.class, "instant").component().props()).containsEntry("include_time", json("true"))
			.containsEntry("timezone", json("'Europe/Rome'"));
		assertThat(bindInput(Values.class, "local").component().props()).doesNotContainKey("timezone");
	}

	@Test
	void defaultsAreDates() {
		assertThat(Declared.KINDS.bind(Declared.input(Values.class, "date", "2020-10-01")).component().props())
			.containsEntry("value", json("'2020-10-01'"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "date", "soon")))
			.withMessage("The default of 'date' is wrong: 'soon' is not a date. Write it as YYYY-MM-DD.");
	}

	@Test
	void unknownTimeZonesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "nowhere"))
			.withMessage("The time zone 'Nowhere' of 'date' is unknown. Use a name such as Europe/Rome or UTC.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void date(LocalDate date);

		void local(LocalDateTime date);

		void offset(@DateTime(timezone = "+02:00") OffsetDateTime date);

		void zoned(@DateTime(timezone = "Europe/Rome") ZonedDateTime date);

		void instant(@DateTime(timezone = "Europe/Rome") Instant date);

		void nowhere(@DateTime(timezone = "Nowhere") Instant date);

	}

}
