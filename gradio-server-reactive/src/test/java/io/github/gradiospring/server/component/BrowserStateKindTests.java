package io.github.gradiospring.server.component;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.server.annotation.BrowserState;
import org.junit.jupiter.api.Test;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BrowserStateKindTests {

	@Test
	void convertsWhatJacksonConverts() {
		ComponentBinding binding = bindInput(Values.class, "settings");
		assertThat(binding.component().type()).isEqualTo("browserstate");
		assertThat(binding.read(json("{'dark':true,'names':['a']}"), null)).isEqualTo(new Settings(true, List.of("a")));
		assertThat(binding.write(new Settings(false, List.of()), null)).isEqualTo(json("{'dark':false,'names':[]}"));
		assertThat(bindOutput(Values.class, "text").write("a", null)).isEqualTo(json("'a'"));
	}

	@Test
	void refusesOtherJson() {
		assertThatExceptionOfType(InvalidValueException.class)
			.isThrownBy(() -> bindInput(Values.class, "settings").read(json("{'dark':'maybe'}"), null))
			.withMessage("The value of 'dark' is not a boolean.");
	}

	@Test
	void keysAreStable() {
		assertThat(bindInput(Values.class, "settings").component().props())
			.containsEntry("storage_key", json("'settings'"))
			.containsEntry("secret", json("'settings'"))
			.doesNotContainKeys("default_value", "value");
		assertThat(bindOutput(Values.class, "text").component().props()).containsEntry("storage_key", json("'k'"))
			.containsEntry("secret", json("'s'"));
	}

	@Test
	void theBrowserStartsWithTheDefault() {
		ComponentBinding binding = Declared.KINDS
			.bind(Declared.input(Values.class, "settings", "{\"dark\":true,\"names\":[]}"));
		assertThat(binding.component().props()).containsAllEntriesOf(
				Map.of("default_value", json("{'dark':true,'names':[]}"), "value", json("{'dark':true,'names':[]}")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Declared.KINDS.bind(Declared.input(Values.class, "settings", "[]")))
			.withMessageStartingWith("The default of 'settings' is wrong: ");
	}

	record Settings(boolean dark, List<String> names) {

	}

	@SuppressWarnings("unused")
	interface Values {

		void settings(@BrowserState Settings settings);

		@BrowserState(storageKey = "k", secret = "s")
		String text();

	}

}
