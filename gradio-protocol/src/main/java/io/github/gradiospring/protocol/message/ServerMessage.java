package io.github.gradiospring.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message of the stream <code>/queue/data</code>, in which a server tells one session
 * about all of its jobs.
 * <p>
 * Messages of one job come in the order {@link Estimation}, {@link ProcessStarts}, any
 * number of {@link Progress}, {@link LogMessage} and {@link ProcessGenerating}, then
 * {@link ProcessCompleted}; {@link CloseStream} ends the stream (observed with Gradio
 * 6.31). Any mapper reads messages by this type; a message of an unknown kind becomes an
 * {@link UnknownMessage}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "msg", visible = true,
		defaultImpl = UnknownMessage.class)
@JsonSubTypes({ @JsonSubTypes.Type(value = Estimation.class, name = Estimation.MSG),
		@JsonSubTypes.Type(value = ProcessStarts.class, name = ProcessStarts.MSG),
		@JsonSubTypes.Type(value = Progress.class, name = Progress.MSG),
		@JsonSubTypes.Type(value = LogMessage.class, name = LogMessage.MSG),
		@JsonSubTypes.Type(value = ProcessGenerating.class, name = ProcessGenerating.MSG),
		@JsonSubTypes.Type(value = ProcessStreaming.class, name = ProcessStreaming.MSG),
		@JsonSubTypes.Type(value = ProcessCompleted.class, name = ProcessCompleted.MSG),
		@JsonSubTypes.Type(value = Heartbeat.class, name = Heartbeat.MSG),
		@JsonSubTypes.Type(value = CloseStream.class, name = CloseStream.MSG),
		@JsonSubTypes.Type(value = UnexpectedError.class, name = UnexpectedError.MSG) })
@JsonPropertyOrder({ "msg", "event_id" })
@JsonNaming(SnakeCaseStrategy.class)
public sealed interface ServerMessage permits Estimation, ProcessStarts, Progress, LogMessage, ProcessGenerating,
		ProcessStreaming, ProcessCompleted, Heartbeat, CloseStream, UnexpectedError, UnknownMessage {

	/**
	 * The kind of the message on the wire.
	 * @return such as <code>process_starts</code>
	 */
	@JsonProperty("msg")
	String msg();

	/**
	 * The job that the message is about.
	 * @return the event id, or {@code null} if the message is about the whole stream
	 */
	@JsonProperty("event_id")
	@Nullable String eventId();

}
