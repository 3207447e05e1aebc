package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.github.gradiospring.server.annotation.Timer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The interval of a timer: a {@code double} or a {@code Duration} with {@link Timer}.
 */
final class TimerKind implements ComponentKind {

	private static final Set<Class<?>> TYPES = Set.of(double.class, Double.class, Duration.class);

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		Timer hint = value.annotation(Timer.class);
		Class<?> type = value.type().toClass();
		if (!Hints.accept(value, hint != null && TYPES.contains(type), "a double or a Duration", Timer.class)
				|| hint == null) {
			return null;
		}
		ComponentDescription component = ComponentDescription.builder("timer")
			.label(value.label())
			.prop("value", WireValues.number(BigDecimal.valueOf(hint.value())))
			.prop("active", hint.active())
			.build();
		return new Binding(component, type == Duration.class);
	}

	private record Binding(ComponentDescription component, boolean duration) implements ComponentBinding {

		private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

		@Override
		public void check(JsonNode value) {
			if (!value.isNumber() || value.doubleValue() < 0) {
				throw new InvalidValueException("Expected a number of seconds.");
			}
		}

		@Override
		public JsonNode parseDefault(String text) {
			JsonNode value = WireValues.parseJson(text);
			check(value);
			return value;
		}

		@Override
		public Object read(JsonNode value, ConversionContext context) {
			check(value);
			double seconds = value.doubleValue();
			return this.duration ? (Object) Duration.ofNanos(Math.round(seconds * NANOS.longValue()))
					: (Object) seconds;
		}

		@Override
		public JsonNode write(Object value, ConversionContext context) {
			if (value instanceof Duration interval) {
				BigDecimal seconds = BigDecimal.valueOf(interval.toNanos()).divide(NANOS);
				return Objects.requireNonNull(WireValues.number(seconds));
			}
			return JsonNodeFactory.instance.numberNode((Double) value);
		}

	}

}
