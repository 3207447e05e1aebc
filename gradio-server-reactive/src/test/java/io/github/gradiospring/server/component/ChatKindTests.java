package io.github.gradiospring.server.component;

import java.nio.file.Path;
import java.util.List;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.annotation.Chatbot;
import io.github.gradiospring.server.file.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.gradiospring.server.component.Declared.bindInput;
import static io.github.gradiospring.server.component.Declared.bindOutput;
import static io.github.gradiospring.server.component.Declared.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChatKindTests {

	private FakeFileStore files;

	private ConversionContext context;

	@BeforeEach
	void createStore(@TempDir Path folder) {
		this.files = new FakeFileStore(folder);
		this.context = this.files.context();
	}

	@SuppressWarnings("unchecked")
	private List<ChatMessage> read(String wire) {
		ComponentBinding binding = bindInput(Values.class, "history");
		binding.check(json(wire));
		return (List<ChatMessage>) binding.read(json(wire), this.context);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{'role':'user','content':'hi'}]", "[{'role':'user','content':['hi']}]",
			"[{'role':'user','metadata':null,'options':null,'content':[{'type':'text','text':'hi'}]}]",
			"[{'role':'user','content':{'text':'hi'},'unknown':1}]" })
	void readsText(String wire) {
		assertThat(read(wire)).isEqualTo(List.of(ChatMessage.user("hi")));
	}

	@Test
	void joinsPiecesOfText() {
		ChatMessage message = read("[{'role':'user','content':['a',{'text':'b','type':'text'}]}]").get(0);
		assertThat(message.text()).isEqualTo("a\nb");
	}

	@Test
	void everythingSurvivesTheRoundTrip() {
		StoredFile stored = this.files.put("cat.png", new byte[] { 1 });
		ChatMessage message = new ChatMessage("assistant",
				List.of(new ChatContent.Text("look"), new ChatContent.File(FileData.of(stored.path()), "a cat"),
						new ChatContent.Component(json(
								"{'component':'json','value':1,'constructor_args':{},'props':{},'type':'component'}"))),
				new ChatMetadata("Thinking", 1, "p", "log", 1.5, "done"),
				List.of(new ChatOption("yes", "Yes!"), new ChatOption("no", null)));
		JsonNode written = bindInput(Values.class, "history").write(List.of(message), this.context);
		assertThat(written.at("/0/metadata"))
			.isEqualTo(json("{'title':'Thinking','id':1,'parent_id':'p','log':'log','duration':1.5,'status':'done'}"));
		assertThat(written.at("/0/options")).isEqualTo(json("[{'value':'yes','label':'Yes!'},{'value':'no'}]"));
		assertThat(written.at("/0/content/1/file/url").stringValue()).isEqualTo(FakeFileStore.URL + stored.path());
		assertThat(written.at("/0/content/1/alt_text").stringValue()).isEqualTo("a cat");
		ChatMessage read = read(written.toString()).get(0);
		assertThat(read.metadata()).isEqualTo(message.metadata());
		assertThat(read.options()).isEqualTo(message.options());
		assertThat(read.content().get(2)).isEqualTo(message.content().get(2));
		assertThat(read.content().get(1)).isInstanceOfSatisfying(ChatContent.File.class, (file) -> {
			assertThat(file.altText()).isEqualTo("a cat");
			assertThat(file.file().size()).isOne();
		});
	}

	@Test
	void messagesAreCopiedWithChanges() {
		ChatMessage message = ChatMessage.assistant("a")
			.withMetadata(ChatMetadata.titled("t"))
			.withOptions(List.of(new ChatOption("v", null)));
		JsonNode written = bindInput(Values.class, "history").write(List.of(message), this.context);
		assertThat(written.at("/0/metadata")).isEqualTo(json("{'title':'t'}"));
		assertThat(written.at("/0/options/0/value").stringValue()).isEqualTo("v");
	}

	@Test
	void filesOfMessagesAreLookedUp() {
		String wire = "[{'role':'user','content':{'path':'/etc/passwd','meta':{'_type':'gradio.FileData'}}}]";
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> read(wire))
			.withMessage("File not allowed: /etc/passwd. Upload it first.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'hi'|Expected a list of messages, got a text.",
					"['hi']|Each message of a chat needs a 'role' and a 'content'.",
					"[{'role':'user'}]|Each message of a chat needs a 'role' and a 'content'.",
					"[{'role':'user','content':null}]|Each message of a chat needs a 'role' and a 'content'.",
					"[{'role':'user','content':[5]}]|The content of a message is a text, a file or a component.",
					"[{'role':'user','content':'a','metadata':{'duration':'x'}}]"
							+ "|The 'metadata' or the 'options' of a message have a wrong form." })
	void refusesOtherJson(String wire, String message) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> read(wire)).withMessage(message);
	}

	@Test
	void describesTheChatbot() {
		ComponentBinding binding = bindOutput(Values.class, "tall");
		assertThat(binding.component().type()).isEqualTo("chatbot");
		assertThat(binding.component().props()).containsEntry("height", json("600"))
			.containsEntry("placeholder", json("'Ask'"))
			.containsEntry("value", json("[]"));
		assertThat(binding.blocking()).isTrue();
		assertThat(binding.opaque()).isFalse();
		assertThat(Declared.KINDS.bind(Declared.nullableInput(Values.class, "history")).component().props())
			.doesNotContainKey("value");
		assertThatIllegalArgumentException().isThrownBy(() -> bindInput(Values.class, "text"))
			.withMessageContaining("but @Chatbot needs a List<ChatMessage>.");
	}

	@SuppressWarnings("unused")
	interface Values {

		void history(List<ChatMessage> history);

		@Chatbot(height = 600, placeholder = "Ask")
		List<ChatMessage> tall();

		void text(@Chatbot String history);

	}

}
