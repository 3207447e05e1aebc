package io.github.gradiospring.test.tester;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what an app says of one endpoint.
 */
public final class EndpointAssert extends AbstractObjectAssert<EndpointAssert, EndpointInfo> {

	private final String name;

	EndpointAssert(String name, EndpointInfo actual) {
		super(actual, EndpointAssert.class);
		this.name = name;
	}

	/**
	 * Verifies the names of the parameters.
	 * @param names the names in their order
	 * @return this
	 */
	public EndpointAssert hasParameters(String... names) {
		Assertions.assertThat(this.actual.parameters())
			.extracting(ParameterInfo::parameterName)
			.as("parameters of %s", this.name)
			.containsExactly(names);
		return this;
	}

	/**
	 * Verifies the components of the outputs.
	 * @param components the names of the components, such as {@code Textbox}
	 * @return this
	 */
	public EndpointAssert returns(String... components) {
		Assertions.assertThat(this.actual.returns())
			.extracting(ReturnInfo::component)
			.as("outputs of %s", this.name)
			.containsExactly(components);
		return this;
	}

	/**
	 * Verifies the component of a parameter.
	 * @param parameter the parameter
	 * @param component the name of the component, such as {@code Slider}
	 * @return this
	 */
	public EndpointAssert hasComponent(String parameter, String component) {
		Assertions.assertThat(parameter(parameter).component())
			.as("component of %s of %s", parameter, this.name)
			.isEqualTo(component);
		return this;
	}

	/**
	 * Verifies that callers must give a parameter.
	 * @param parameter the parameter
	 * @return this
	 */
	public EndpointAssert requires(String parameter) {
		Assertions.assertThat(parameter(parameter).parameterHasDefault())
			.as("%s of %s has a default", parameter, this.name)
			.isFalse();
		return this;
	}

	/**
	 * Verifies the default of a parameter.
	 * @param parameter the parameter
	 * @param value what Jackson can write
	 * @return this
	 */
	public EndpointAssert hasDefault(String parameter, @Nullable Object value) {
		ParameterInfo found = parameter(parameter);
		Assertions.assertThat(found.parameterHasDefault()).as("%s of %s has a default", parameter, this.name).isTrue();
		String text = (found.parameterDefault() != null) ? found.parameterDefault().toString() : "null";
		Assertions.assertThat(text)
			.as("default of %s of %s", parameter, this.name)
			.isEqualTo(GradioProtocol.jsonMapper().writeValueAsString(value));
		return this;
	}

	private ParameterInfo parameter(String name) {
		return this.actual.parameters()
			.stream()
			.filter((parameter) -> name.equals(parameter.parameterName()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("%s has no parameter %s".formatted(this.name, name)));
	}

}
