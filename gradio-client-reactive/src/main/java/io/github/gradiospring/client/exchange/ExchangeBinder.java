package io.github.gradiospring.client.exchange;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.app.GradioApp;
import io.github.gradiospring.client.exchange.BoundCall.BoundInput;
import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/** Binds an interface to an app, and says what does not fit. */
final class ExchangeBinder {

	private final ExchangeInterface exchange;

	private final GradioApp app;

	private final List<String> problems = new ArrayList<>();

	private ExchangeBinder(ExchangeInterface exchange, GradioApp app) {
		this.exchange = exchange;
		this.app = app;
	}

	static Map<Method, BoundCall> bind(ExchangeInterface exchange, GradioApp app) {
		return new ExchangeBinder(exchange, app).bind();
	}

	private Map<Method, BoundCall> bind() {
		Map<Method, BoundCall> calls = new HashMap<>();
		this.exchange.methods().forEach((method, call) -> {
			AppEndpoint endpoint = endpoint(call.endpoints());
			if (endpoint == null) {
				problem(call, "The app has no endpoint '/%s'. It has %s.", call.endpoints().get(0), names());
			}
			else {
				calls.put(method, bind(call, endpoint));
			}
		});
		if (!this.problems.isEmpty()) {
			throw new GradioExchangeMismatchException(this.exchange.type(), this.problems);
		}
		return calls;
	}

	private @Nullable AppEndpoint endpoint(List<String> names) {
		for (String name : names) {
			for (AppEndpoint endpoint : this.app.endpoints()) {
				if (name.equals(endpoint.dependency().apiName())
						&& endpoint.dependency().apiVisibility() != ApiVisibility.PRIVATE) {
					return endpoint;
				}
			}
		}
		return null;
	}

	private String names() {
		return this.app.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.dependency().apiVisibility() == ApiVisibility.PUBLIC)
			.map((endpoint) -> endpoint.dependency().apiName())
			.filter((name) -> name != null)
			.map((name) -> "'/" + name + "'")
			.collect(Collectors.joining(", "));
	}

	private BoundCall bind(ExchangeMethod call, AppEndpoint endpoint) {
		String name = String.valueOf(endpoint.dependency().apiName());
		EndpointInfo info = endpoint.info();
		if (info == null) {
			return new BoundCall(name, null);
		}
		Map<String, ParameterInfo> missing = new LinkedHashMap<>();
		info.parameters().forEach((parameter) -> missing.put(parameter.parameterName(), parameter));
		String inputs = missing.isEmpty() ? "none" : "'" + String.join("', '", missing.keySet()) + "'";
		List<BoundInput> bound = new ArrayList<>();
		for (ExchangeParameter parameter : call.parameters()) {
			ParameterInfo input = parameter.inputs()
				.stream()
				.map(missing::remove)
				.filter((found) -> found != null)
				.findFirst()
				.orElse(null);
			if (input == null) {
				problem(call, "Parameter '%s' is no input of '/%s', which has %s.", parameter.inputs().get(0), name,
						inputs);
				continue;
			}
			bound.add(new BoundInput(input.parameterName(), input.parameterHasDefault()));
			String misfit = SchemaFit.INPUT.misfit(input.type(), parameter.type());
			if (misfit != null) {
				problem(call, "Parameter '%s' is %s, and input '%s' of '/%s' takes %s.", parameter.name(),
						parameter.type(), input.parameterName(), name, misfit);
			}
		}
		missing.values()
			.stream()
			.filter((input) -> !input.parameterHasDefault())
			.forEach((input) -> problem(call, "No parameter is the required input '%s' of '/%s'.",
					input.parameterName(), name));
		checkOutputs(call, name, info.returns());
		return new BoundCall(name, bound);
	}

	private void checkOutputs(ExchangeMethod call, String name, List<ReturnInfo> outputs) {
		ExchangeResult result = call.result();
		ResolvableType type = result.type();
		if (result.isVoid() || JavaKind.of(type) == JavaKind.ANY) {
			return;
		}
		if (outputs.size() == 1) {
			String misfit = SchemaFit.OUTPUT.misfit(outputs.get(0).type(), type);
			if (misfit != null) {
				problem(call, "The result is %s, and the output of '/%s' is %s.", type, name, misfit);
			}
		}
		else if (type.toClass().isRecord()) {
			checkComponents(call, name, outputs);
		}
		else if (outputs.isEmpty()) {
			problem(call, "The result is %s, and '/%s' has no output. Return Mono<Void> or void.", type, name);
		}
		else if (JavaKind.of(type) != JavaKind.LIST) {
			problem(call, "The result is %s, and '/%s' has %d outputs. Return a record, a List or a JsonNode.", type,
					name, outputs.size());
		}
	}

	private void checkComponents(ExchangeMethod call, String name, List<ReturnInfo> outputs) {
		Class<?> type = call.result().type().toClass();
		var components = type.getRecordComponents();
		if (components.length != outputs.size()) {
			problem(call, "Record %s has %d components, and '/%s' has %d outputs.", type.getSimpleName(),
					components.length, name, outputs.size());
			return;
		}
		for (int i = 0; i < components.length; i++) {
			ResolvableType component = ResolvableType.forType(components[i].getGenericType());
			String misfit = SchemaFit.OUTPUT.misfit(outputs.get(i).type(), component);
			if (misfit != null) {
				problem(call, "Component '%s' of record %s is %s, and output %d of '/%s' is %s.",
						components[i].getName(), type.getSimpleName(), component, i + 1, name, misfit);
			}
		}
	}

	private void problem(ExchangeMethod call, String text, Object... arguments) {
		this.problems.add(call.description() + ": " + text.formatted(arguments));
	}

}
