package io.github.gradiospring.boot.autoconfigure.client;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where the app of a named client answers, when something other than the application's
 * properties knows it, such as a container of a test. There may be several beans of this
 * type, one for each client. A bean wins over <code>gradio.client.&lt;name&gt;.url</code>
 * and <code>.space</code>; the client's other properties apply.
 */
public interface GradioClientConnectionDetails extends ConnectionDetails {

	/**
	 * The client that connects there.
	 * @return its name, as in <code>gradio.client.&lt;name&gt;</code>
	 */
	String getClientName();

	/**
	 * The address of the app, as a browser would open it.
	 * @return the address
	 */
	String getUrl();

}
