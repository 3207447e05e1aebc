package io.github.gradiospring.server.component;

import tools.jackson.databind.JsonNode;

/**
 * A binding that converts as another one does, under another description.
 */
final class RedescribedBinding implements ComponentBinding {

	private final ComponentBinding delegate;

	private final ComponentDescription component;

	private final boolean opaque;

	RedescribedBinding(ComponentBinding delegate, ComponentDescription component, boolean opaque) {
		this.delegate = delegate;
		this.component = component;
		this.opaque = opaque;
	}

	@Override
	public ComponentDescription component() {
		return this.component;
	}

	@Override
	public void check(JsonNode value) {
		this.delegate.check(value);
	}

	@Override
	public JsonNode parseDefault(String text) {
		return this.delegate.parseDefault(text);
	}

	@Override
	public Object read(JsonNode value, ConversionContext context) {
		return this.delegate.read(value, context);
	}

	@Override
	public JsonNode write(Object value, ConversionContext context) {
		return this.delegate.write(value, context);
	}

	@Override
	public JsonNode call(String function, JsonNode data) {
		return this.delegate.call(function, data);
	}

	@Override
	public boolean blocking() {
		return this.delegate.blocking();
	}

	@Override
	public boolean opaque() {
		return this.opaque;
	}

}
