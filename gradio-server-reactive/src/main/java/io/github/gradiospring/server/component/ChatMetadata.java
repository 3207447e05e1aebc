package io.github.gradiospring.server.component;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a Chatbot shows about a thought or the use of a tool. Such a message folds under
 * its title.
 *
 * @param title the title
 * @param id the id that nested messages name as their parent
 * @param parentId the id of the message that this one is nested in
 * @param log a note beside the title
 * @param duration how long it took, in seconds
 * @param status {@code pending} while it goes on, {@code done} afterwards
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatMetadata(@Nullable String title, @Nullable Object id, @Nullable Object parentId, @Nullable String log,
		@Nullable Double duration, @Nullable String status) {

	/**
	 * Metadata with nothing but a title.
	 * @param title the title
	 * @return the metadata
	 */
	public static ChatMetadata titled(String title) {
		return new ChatMetadata(title, null, null, null, null, null);
	}

}
