package io.github.gradiospring.server.component;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A message of a chat. A list of messages is shown in a Chatbot.
 *
 * @param role who says it: {@code user}, {@code assistant} or {@code system}
 * @param content what is said, in order
 * @param metadata what is shown about a thought or the use of a tool, {@code null} for a
 * plain message
 * @param options answers to choose from, {@code null} for none
 */
public record ChatMessage(String role, List<ChatContent> content, @Nullable ChatMetadata metadata,
		@Nullable List<ChatOption> options) {

	/** The role of the user. */
	public static final String USER = "user";

	/** The role of the assistant. */
	public static final String ASSISTANT = "assistant";

	public ChatMessage {
		content = List.copyOf(content);
		options = (options != null) ? List.copyOf(options) : null;
	}

	/**
	 * Creates a message of text.
	 * @param role who says it
	 * @param text what is said
	 */
	public ChatMessage(String role, String text) {
		this(role, List.of(new ChatContent.Text(text)), null, null);
	}

	/**
	 * A message of the user.
	 * @param text what is said
	 * @return the message
	 */
	public static ChatMessage user(String text) {
		return new ChatMessage(USER, text);
	}

	/**
	 * A message of the assistant.
	 * @param text what is said
	 * @return the message
	 */
	public static ChatMessage assistant(String text) {
		return new ChatMessage(ASSISTANT, text);
	}

	/**
	 * The text of the message, with a line break between pieces of text.
	 * @return the text, empty for a message of files
	 */
	public String text() {
		return this.content.stream()
			.filter(ChatContent.Text.class::isInstance)
			.map((content) -> ((ChatContent.Text) content).text())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * The same message with metadata.
	 * @param metadata the metadata
	 * @return a copy
	 */
	public ChatMessage withMetadata(@Nullable ChatMetadata metadata) {
		return new ChatMessage(this.role, this.content, metadata, this.options);
	}

	/**
	 * The same message with answers to choose from.
	 * @param options the answers
	 * @return a copy
	 */
	public ChatMessage withOptions(@Nullable List<ChatOption> options) {
		return new ChatMessage(this.role, this.content, this.metadata, options);
	}

}
