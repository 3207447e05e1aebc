package io.github.gradiospring.test.autoconfigure;

import io.github.gradiospring.boot.autoconfigure.client.GradioClientConnectionDetails;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Makes a client connect to a mock server even if its properties name a Space.
 *
 * @param clientName the client
 * @param url the address of the server
 */
record MockConnectionDetails(String clientName, String url) implements GradioClientConnectionDetails {

	static void register(BeanDefinitionRegistry beans, String client, String url) {
		beans.registerBeanDefinition(client + "MockGradioConnectionDetails", new RootBeanDefinition(
				GradioClientConnectionDetails.class, () -> new MockConnectionDetails(client, url)));
	}

	@Override
	public String getClientName() {
		return this.clientName;
	}

	@Override
	public String getUrl() {
		return this.url;
	}

}
