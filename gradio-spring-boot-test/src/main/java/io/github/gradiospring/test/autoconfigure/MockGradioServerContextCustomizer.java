package io.github.gradiospring.test.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.test.mock.MockGradioServer;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Starts a server for each client before the application reads its properties. Equal for
 * equal clients, so that tests share a context.
 *
 * @param clients the names of the clients
 */
record MockGradioServerContextCustomizer(List<String> clients) implements ContextCustomizer {

	private static final boolean CONNECTION_DETAILS = ClassUtils.isPresent(
			"io.github.gradiospring.boot.autoconfigure.client.GradioClientConnectionDetails",
			MockGradioServerContextCustomizer.class.getClassLoader());

	/** Another one than that of the client's own bean. */
	static String beanName(String client) {
		return client + "MockGradioServer";
	}

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		Map<String, Object> properties = new LinkedHashMap<>();
		for (String client : this.clients) {
			MockGradioServer server = MockGradioServer.start();
			register(beans, client, server);
			properties.put("gradio.client." + client + ".url", server.url());
			if (CONNECTION_DETAILS) {
				MockConnectionDetails.register(beans, client, server.url());
			}
		}
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("mockGradioServers", properties));
	}

	private static void register(DefaultListableBeanFactory beans, String client, MockGradioServer server) {
		RootBeanDefinition definition = new RootBeanDefinition(MockGradioServer.class, () -> server);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
		definition.setDestroyMethodName("close");
		beans.registerBeanDefinition(beanName(client), definition);
		// Also when the context fails before it comes to this bean
		beans.registerDisposableBean(beanName(client), server::close);
	}

}
