package io.github.gradiospring.server.endpoint;

import java.security.Principal;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;

/**
 * The HTTP request that made a call. A method parameter of this type gets it; it never
 * appears on the wire.
 *
 * @param headers the headers, cookies among them
 * @param queryParams the query parameters
 * @param sessionHash the session, {@code null} for a call without one
 * @param principal who is logged in, {@code null} for nobody
 * @param rootUrl the URL of the application as the client sees it, no slash at the end
 * @param eventData what the event on the page carried, {@code null} without
 */
public record GradioRequest(HttpHeaders headers, MultiValueMap<String, String> queryParams,
		@Nullable String sessionHash, @Nullable Principal principal, String rootUrl, @Nullable JsonNode eventData) {

	/**
	 * What precedes a path in the URL of a file that a result of this call refers to.
	 * @return the prefix, such as {@code https://host/gradio_api/file=}
	 */
	public String fileUrlPrefix() {
		return this.rootUrl + GradioProtocol.API_PREFIX + "/file=";
	}

	/**
	 * The name of who is logged in.
	 * @return the name, or {@code null}
	 */
	public @Nullable String username() {
		return (this.principal != null) ? this.principal.getName() : null;
	}

}
