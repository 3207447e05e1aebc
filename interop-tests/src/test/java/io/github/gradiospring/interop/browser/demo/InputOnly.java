package io.github.gradiospring.interop.browser.demo;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.gradiospring.server.annotation.GradioEndpoint;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("input_only")
class InputOnly {

	private final Queue<String> notes = new ConcurrentLinkedQueue<>();

	@GradioEndpoint
	void note(String note) {
		this.notes.add(note);
	}

}
