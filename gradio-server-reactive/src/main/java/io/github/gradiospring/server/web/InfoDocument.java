package io.github.gradiospring.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.info.ApiInfo;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import io.github.gradiospring.server.component.ComponentDescription;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointInput;
import io.github.gradiospring.server.endpoint.EndpointOutput;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

/**
 * Builds {@code info} (PROTOCOL section 3): what callers need to know of each endpoint.
 * State is left out on both sides.
 */
final class InfoDocument {

	private final EndpointRegistry registry;

	InfoDocument(EndpointRegistry registry) {
		this.registry = registry;
	}

	/** The documented endpoints, with code for callers at {@link JsonTemplate#ROOT}. */
	ApiInfo documented() {
		Map<String, EndpointInfo> endpoints = new LinkedHashMap<>();
		collect(endpoints, false);
		endpoints
			.replaceAll((name, info) -> info.withCodeSnippets(Snippets.of(name, info.parameters(), JsonTemplate.ROOT)));
		return ApiInfo.of(endpoints);
	}

	/** All endpoints that may be called, without code. */
	ApiInfo all() {
		Map<String, EndpointInfo> endpoints = new LinkedHashMap<>();
		collect(endpoints, true);
		return ApiInfo.of(endpoints);
	}

	private void collect(Map<String, EndpointInfo> endpoints, boolean undocumented) {
		for (Endpoint endpoint : this.registry.endpoints()) {
			boolean visible = endpoint.visibility() == ApiVisibility.PUBLIC
					|| (undocumented && endpoint.visibility() == ApiVisibility.UNDOCUMENTED);
			if (visible && endpoint.function() != null) {
				endpoints.put("/" + endpoint.name(), new EndpointInfo(parameters(endpoint), returns(endpoint),
						endpoint.visibility(), endpoint.description(), null, null));
			}
		}
	}

	private List<ParameterInfo> parameters(Endpoint endpoint) {
		List<ParameterInfo> parameters = new ArrayList<>();
		for (EndpointInput input : endpoint.inputs()) {
			ComponentDescription component = input.binding().component();
			if (component.skipApi()) {
				continue;
			}
			parameters.add(new ParameterInfo(label(component, input.name()), input.name(), input.hasDefault(),
					input.defaultValue(), schema(component.inputSchema()), component.pythonInputType(), kind(component),
					component.exampleInput()));
		}
		return parameters;
	}

	private List<ReturnInfo> returns(Endpoint endpoint) {
		List<ReturnInfo> returns = new ArrayList<>();
		for (EndpointOutput output : endpoint.outputs()) {
			ComponentDescription component = output.binding().component();
			if (component.skipApi()) {
				continue;
			}
			returns.add(new ReturnInfo(label(component, output.name()), schema(component.outputSchema()),
					component.pythonOutputType(), kind(component)));
		}
		return returns;
	}

	private static String label(ComponentDescription component, String name) {
		JsonNode label = component.props().get("label");
		return (label != null && label.isString()) ? label.stringValue() : name;
	}

	private static JsonNode schema(@Nullable JsonNode schema) {
		return (schema != null) ? schema : JsonNodes.object();
	}

	/** Native plots of one type have a name each. */
	private static String kind(ComponentDescription component) {
		JsonNode name = component.props().get("name");
		return StringUtils.capitalize((name != null && name.isString()) ? name.stringValue() : component.type());
	}

}
