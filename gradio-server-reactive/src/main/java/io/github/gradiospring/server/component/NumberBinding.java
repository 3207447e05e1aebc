package io.github.gradiospring.server.component;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import io.github.gradiospring.protocol.GradioProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts numbers of one Java type, rounded to the declared precision as Gradio does.
 */
record NumberBinding(ComponentDescription component, Class<? extends Number> type, NumberRange range,
		int precision) implements ComponentBinding {

	private static final int MAX_DIGITS = 1000;

	@Override
	public void check(JsonNode value) {
		if (!value.isNumber()) {
			throw WireValues.unexpected("a number", value);
		}
	}

	@Override
	public JsonNode parseDefault(String text) {
		JsonNode value = parseNumber(text);
		toJava(value);
		return value;
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		check(value);
		return toJava(value);
	}

	private Number toJava(JsonNode value) {
		BigDecimal number = decimal(value);
		this.range.check(value, number);
		if (this.precision >= 0) {
			number = round(number);
		}
		if (this.type == Integer.class) {
			return number.intValueExact();
		}
		if (this.type == Long.class) {
			return number.longValueExact();
		}
		if (this.type == Double.class) {
			return number.doubleValue();
		}
		if (this.type == Float.class) {
			return number.floatValue();
		}
		if (this.type == Short.class) {
			return number.shortValueExact();
		}
		if (this.type == Byte.class) {
			return number.byteValueExact();
		}
		if (this.type == BigInteger.class) {
			return number.toBigIntegerExact();
		}
		return number;
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		Number number = (Number) value;
		if (number instanceof Integer integer) {
			return JsonNodeFactory.instance.numberNode(integer);
		}
		if (this.precision < 0 || !Double.isFinite(number.doubleValue())) {
			return GradioProtocol.jsonMapper().valueToTree(number);
		}
		BigDecimal rounded = round(new BigDecimal(number.toString()));
		return (this.precision == 0) ? JsonNodeFactory.instance.numberNode(rounded.toBigInteger())
				: JsonNodeFactory.instance.numberNode(rounded);
	}

	private BigDecimal round(BigDecimal number) {
		return (number.scale() > this.precision) ? number.setScale(this.precision, RoundingMode.HALF_EVEN) : number;
	}

	/**
	 * The exact number, within what a {@code double} can be; the size of anything larger
	 * would cost more than its text.
	 */
	static BigDecimal decimal(JsonNode value) {
		if (value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
			throw new InvalidValueException("The number is too large.");
		}
		BigDecimal number = value.decimalValue();
		if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
			throw new InvalidValueException("The number is too large.");
		}
		return number;
	}

	static JsonNode parseNumber(String text) {
		JsonNode value = WireValues.parseJson(text);
		if (!value.isNumber()) {
			throw new IllegalArgumentException("'" + text + "' is not a number.");
		}
		return value;
	}

}
