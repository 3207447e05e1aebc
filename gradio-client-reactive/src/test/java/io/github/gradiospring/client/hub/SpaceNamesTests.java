package io.github.gradiospring.client.hub;

import io.github.gradiospring.client.error.NotAGradioAppException;
import io.github.gradiospring.client.hub.SpaceNames.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link SpaceNames}. */
class SpaceNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "owner/my_space.v2", " owner/my_space.v2 ",
			"https://huggingface.co/spaces/owner/my_space.v2", "https://huggingface.co/spaces/owner/my_space.v2/",
			"https://HuggingFace.co/spaces/owner/my_space.v2?logs=1",
			"https://huggingface.co/spaces/owner/my_space.v2/tree/main", "huggingface.co/spaces/owner/my_space.v2",
			"https://hf.co/spaces/owner/my_space.v2", "https://hf.space/owner/my_space.v2",
			"http://hub.test:8080/spaces/owner/my_space.v2" })
	void namesInAllTheirForms(String text) {
		assertThat(SpaceNames.parse(text, "hub.test")).isEqualTo(new Reference("owner/my_space.v2", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://owner-my-space.hf.space", "https://Owner-My-Space.hf.space/?__theme=light",
			"owner-my-space.hf.space", "owner-my-space.hf.space/config" })
	void addressesOfApps(String text) {
		assertThat(SpaceNames.parse(text, null)).isEqualTo(new Reference(null, "owner-my-space"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "owner", "owner/name/more", "../..", "owner/..", "./name", "owner/na me",
			"owner/{name}", "owner/name?x", "https://evil.test/spaces/owner/name", "https://huggingface.co/owner/name",
			"https://huggingface.co/spaces/owner", "https://huggingface.co/spaces/../../x/y",
			"https://hf.space.evil.test/", "https://evilhf.space/", "ht!tp://x" })
	void allElseIsRefused(String text) {
		assertThatExceptionOfType(NotAGradioAppException.class).isThrownBy(() -> SpaceNames.parse(text, "hub.test"))
			.withMessageContaining("owner/name");
	}

	@Test
	void aLoginInAnAddressIsNotRepeated() {
		assertThatExceptionOfType(NotAGradioAppException.class)
			.isThrownBy(() -> SpaceNames.parse("https://user:hf_secret@evil.test/x", null))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hf_secret"));
	}

	@ParameterizedTest
	@CsvSource({ "abidlabs/Music_Separation,abidlabs-music-separation", "a/b.c--d,a-b-c-d" })
	void subdomains(String name, String subdomain) {
		assertThat(SpaceNames.subdomain(name)).isEqualTo(subdomain);
	}

}
