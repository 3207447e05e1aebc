package io.github.gradiospring.protocol.info;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The description of one endpoint. State, layout and buttons are left out of parameters
 * and returns, so positions differ from those in <code>/config</code>.
 *
 * @param parameters the parameters
 * @param returns the returns
 * @param apiVisibility the visibility
 * @param description what it does
 * @param codeSnippets examples; omitted when all endpoints are listed
 * @param oauthToken "required" or "optional" if the function takes a token
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointInfo(List<ParameterInfo> parameters, List<ReturnInfo> returns, ApiVisibility apiVisibility,
		String description, @Nullable CodeSnippets codeSnippets, @Nullable String oauthToken) {

	public EndpointInfo {
		parameters = (parameters != null) ? List.copyOf(parameters) : List.of();
		returns = (returns != null) ? List.copyOf(returns) : List.of();
		apiVisibility = (apiVisibility != null) ? apiVisibility : ApiVisibility.PUBLIC;
		description = (description != null) ? description : "";
	}

	/**
	 * The same endpoint with other examples.
	 * @param codeSnippets the examples or {@code null}
	 * @return a copy
	 */
	public EndpointInfo withCodeSnippets(@Nullable CodeSnippets codeSnippets) {
		return new EndpointInfo(this.parameters, this.returns, this.apiVisibility, this.description, codeSnippets,
				this.oauthToken);
	}

}
