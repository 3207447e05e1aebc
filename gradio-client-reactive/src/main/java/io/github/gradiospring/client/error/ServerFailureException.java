package io.github.gradiospring.client.error;

import org.springframework.http.HttpStatusCode;

/**
 * The app answered a request with a status that has no exception of its own, such as 500.
 */
public class ServerFailureException extends GradioClientException {

	private final HttpStatusCode status;

	public ServerFailureException(String message, HttpStatusCode status) {
		super(message, null);
		this.status = status;
	}

	/**
	 * The status of the answer.
	 * @return the status
	 */
	public HttpStatusCode getStatus() {
		return this.status;
	}

}
