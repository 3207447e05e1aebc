package io.github.gradiospring.protocol.message;

import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The outcome of a job or of one step of it. Also the body of an answer of
 * <code>/run</code>. Any mapper reads outcomes by this type: the key <code>error</code>
 * makes an {@link ErrorOutput}, otherwise <code>data</code> makes an {@link OutputData},
 * and anything else is an {@link EmptyOutput}.
 */
@JsonDeserialize(using = OutputDeserializer.class)
public sealed interface Output permits OutputData, ErrorOutput, EmptyOutput {

}
