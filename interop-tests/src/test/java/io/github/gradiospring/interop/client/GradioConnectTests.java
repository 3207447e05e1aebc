package io.github.gradiospring.interop.client;

import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.error.AuthenticationException;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of connecting, with Gradio; logins are its alone so far. */
class GradioConnectTests extends ConnectCases {

	GradioConnectTests() {
		super(Server.GRADIO);
	}

	@Test
	void case5_missingLogin() {
		AuthenticationException error = failure(AuthenticationException.class, client(Profile.AUTH).app());
		assertThat(error).hasMessageContaining("Please log in");
	}

	@Test
	void case5_wrongPassword() {
		GradioClient client = client(server().url(Profile.AUTH), (builder) -> builder.auth("user", "hunter2"));
		AuthenticationException error = failure(AuthenticationException.class,
				client.endpoint("/whoami").retrieve(String.class));
		assertThat(error.toString()).doesNotContain("hunter2");
	}

	@Test
	void case5_loginKeepsBothCookies() {
		RecordingProxy proxy = proxy(Profile.AUTH);
		GradioClient client = client(proxy.url(), (builder) -> builder.auth("user", "pass"));
		assertThat(client.endpoint("/whoami").retrieve(String.class).block(LIMIT)).isEqualTo("user");
		assertThat(proxy.requests("/login")).hasSize(1);
		List<String> cookies = proxy.requests("/queue/join").get(0).headers().getAll("Cookie");
		assertThat(String.join("; ", cookies)).contains("access-token-unsecure-")
			.containsPattern("access-token-(?!un)");
	}

	@Test
	void case5_filesNeedTheCookieToo() {
		GradioClient client = client(server().url(Profile.AUTH), (builder) -> builder.auth("admin", "secret"));
		byte[] echo = client.endpoint("/file_echo").inputs("content".getBytes()).retrieve(byte[].class).block(LIMIT);
		assertThat(echo).asString().isEqualTo("content");
	}

}
