package io.github.gradiospring.server.component;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;

import io.github.gradiospring.server.annotation.DateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dates and times, in a DateTime component; a {@code LocalDate} without the time.
 */
final class DateTimeKind implements ComponentKind {

	private static final Map<Class<?>, Function<ZonedDateTime, Object>> TYPES = Map.of( //
			LocalDate.class, ZonedDateTime::toLocalDate, //
			LocalDateTime.class, ZonedDateTime::toLocalDateTime, //
			OffsetDateTime.class, ZonedDateTime::toOffsetDateTime, //
			ZonedDateTime.class, (time) -> time, //
			Instant.class, ZonedDateTime::toInstant);

	private final Clock clock;

	DateTimeKind(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Function<ZonedDateTime, Object> toJava = TYPES.get(value.type().toClass());
		if (!Hints.accept(value, toJava != null, "a date such as LocalDate, LocalDateTime or Instant", DateTime.class)
				|| toJava == null) {
			return null;
		}
		boolean time = value.type().toClass() != LocalDate.class;
		String pattern = time ? "YYYY-MM-DD HH:MM:SS" : "YYYY-MM-DD";
		DateTime hint = value.annotation(DateTime.class);
		String timezone = (hint != null && !hint.timezone().isEmpty()) ? hint.timezone() : null;
		ObjectNode schema = JsonNodeFactory.instance.objectNode()
			.put("type", "string")
			.put("description", "Formatted as " + pattern);
		ComponentDescription component = ComponentDescription.builder("datetime")
			.label(value.label())
			.prop("include_time", time)
			.prop("type", "string")
			.prop("timezone", timezone)
			.schema(schema, "str")
			.build();
		return new Binding(component, new DateTimeText(zone(value, timezone), this.clock), toJava, pattern);
	}

	private static ZoneId zone(ValueDescriptor value, @Nullable String timezone) {
		try {
			return (timezone != null) ? ZoneId.of(timezone) : ZoneId.systemDefault();
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("The time zone '" + timezone + "' of '" + value.name()
					+ "' is unknown. Use a name such as Europe/Rome or UTC.", ex);
		}
	}

	private record Binding(ComponentDescription component, DateTimeText format, Function<ZonedDateTime, Object> toJava,
			String pattern) implements ComponentBinding {

		@Override
		public void check(JsonNode value) {
			if (!value.isString() && !value.isNumber()) {
				throw WireValues.unexpected("a date as " + this.pattern, value);
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = JsonNodeFactory.instance.stringNode(text);
			parse(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			return parse(value);
		}

		private Object parse(JsonNode value) {
			try {
				return this.toJava.apply(this.format.parse(value));
			}
			catch (DateTimeException | ArithmeticException ex) {
				throw new InvalidValueException("'" + PythonText.abbreviate(value.asString())
						+ "' is not a date. Write it as " + this.pattern + ".");
			}
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			return JsonNodeFactory.instance.stringNode(this.format.write(value));
		}

	}

}
