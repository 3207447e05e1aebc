package io.github.gradiospring.boot.autoconfigure.client;

import java.util.Optional;

import io.github.gradiospring.boot.autoconfigure.client.GradioClientProperties.Auth;
import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.GradioClientBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.web.reactive.function.client.WebClient;

/** Builds the clients that the application's properties name, and builders for others. */
class GradioClientFactory {

	/** The name of the method that makes the bean of a client. */
	static final String CREATE_METHOD = "create";

	private final GradioClientsProperties properties;

	private final ObjectProvider<WebClient.Builder> webClient;

	private final ObjectProvider<GradioClientSsl> ssl;

	private final ObjectProvider<GradioClientConnectionDetails> connectionDetails;

	private final ObjectProvider<GradioClientCustomizer> customizers;

	GradioClientFactory(GradioClientsProperties properties, ObjectProvider<WebClient.Builder> webClient,
			ObjectProvider<GradioClientSsl> ssl, ObjectProvider<GradioClientConnectionDetails> connectionDetails,
			ObjectProvider<GradioClientCustomizer> customizers) {
		this.properties = properties;
		this.webClient = webClient;
		this.ssl = ssl;
		this.connectionDetails = connectionDetails;
		this.customizers = customizers;
	}

	GradioClientBuilder builder() {
		GradioClientBuilder builder = GradioClient.builder();
		this.webClient.ifAvailable(builder::webClient);
		customize(null, builder);
		return builder;
	}

	GradioClient create(String name) {
		GradioClientProperties properties = this.properties.client().get(name);
		if (properties == null) {
			throw new InvalidGradioClientException(name, "It has no properties.",
					"Set '%s'.".formatted(property(name, "url")));
		}
		GradioClientBuilder builder = GradioClient.builder();
		address(name, properties, builder);
		auth(name, properties.auth(), builder);
		webClient(name, properties.ssl().bundle(), builder);
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::token).to(builder::token);
		map.from(properties::downloadDirectory).to(builder::downloadDirectory);
		map.from(properties::maxEventSize).to(builder::maxEventSize);
		map.from(properties::silenceTimeout).to(builder::silenceTimeout);
		map.from(properties::hubUrl).to(builder::hubUrl);
		if (!properties.headers().isEmpty()) {
			builder.headers((headers) -> properties.headers().forEach(headers::set));
		}
		customize(name, builder);
		return builder.build();
	}

	private void address(String name, GradioClientProperties properties, GradioClientBuilder builder) {
		Optional<String> connected = this.connectionDetails.orderedStream()
			.filter((details) -> details.getClientName().equals(name))
			.map(GradioClientConnectionDetails::getUrl)
			.findFirst();
		if (connected.isPresent()) {
			builder.url(connected.get());
			return;
		}
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put(property(name, "url"), properties.url());
			entries.put(property(name, "space"), properties.space());
		});
		if (properties.url() != null) {
			builder.url(properties.url());
		}
		else if (properties.space() != null) {
			builder.space(properties.space());
		}
		else {
			throw new InvalidGradioClientException(name, "It has neither an address nor a Space.",
					"Set '%s' or '%s'.".formatted(property(name, "url"), property(name, "space")));
		}
	}

	private void auth(String name, @Nullable Auth auth, GradioClientBuilder builder) {
		if (auth == null) {
			return;
		}
		if (auth.username() == null || auth.password() == null) {
			throw new InvalidGradioClientException(name, "Its login is incomplete.", "Set both '%s' and '%s'."
				.formatted(property(name, "auth.username"), property(name, "auth.password")));
		}
		builder.auth(auth.username(), auth.password());
	}

	private void webClient(String name, @Nullable String bundle, GradioClientBuilder builder) {
		WebClient.Builder webClient = this.webClient.getIfAvailable();
		if (bundle != null) {
			GradioClientSsl ssl = this.ssl.getIfAvailable();
			if (webClient == null || ssl == null) {
				throw new InvalidGradioClientException(name, "It has an SSL bundle, and nothing can apply it.",
						"Add 'spring-boot-starter-webclient', or remove '%s'.".formatted(property(name, "ssl.bundle")));
			}
			webClient.apply(ssl.fromBundle(bundle));
		}
		if (webClient != null) {
			builder.webClient(webClient);
		}
	}

	private void customize(@Nullable String name, GradioClientBuilder builder) {
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(name, builder));
	}

	private static String property(String client, String name) {
		return GradioClientsProperties.PREFIX + "." + client + "." + name;
	}

}
