package io.github.gradiospring.client.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.message.ServerMessage;

/**
 * Messages that overtook the answer to their join. They are kept while calls are on their
 * way, and so few of them that a lying server cannot fill the memory.
 */
final class EarlyMessages {

	private static final int MAX_EVENTS = 2_000;

	private static final int MAX_MESSAGES = 10_000;

	private final Map<String, List<ServerMessage>> byEvent = new LinkedHashMap<>();

	private int count;

	void add(String eventId, ServerMessage message) {
		if (this.count < MAX_MESSAGES && (this.byEvent.size() < MAX_EVENTS || this.byEvent.containsKey(eventId))) {
			this.byEvent.computeIfAbsent(eventId, (id) -> new ArrayList<>()).add(message);
			this.count++;
		}
	}

	List<ServerMessage> take(String eventId) {
		List<ServerMessage> messages = this.byEvent.remove(eventId);
		if (messages == null) {
			return List.of();
		}
		this.count -= messages.size();
		return messages;
	}

	void clear() {
		this.byEvent.clear();
		this.count = 0;
	}

}
