package io.github.gradiospring.sample.neighbour;

import io.github.gradiospring.test.autoconfigure.AutoConfigureGradioTester;
import io.github.gradiospring.test.autoconfigure.AutoConfigureMockGradioServer;
import io.github.gradiospring.test.mock.MockGradioServer;
import io.github.gradiospring.test.tester.GradioTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureGradioTester
@AutoConfigureMockGradioServer("neighbour")
class MessengerTests {

	@Autowired
	private GradioTester tester;

	@Test
	void passesOnWhatTheNeighbourSays(@Autowired MockGradioServer neighbour) {
		neighbour.endpoint("/ask").parameter("question").streams("Because", "Because they", "Because they can");
		this.tester.endpoint("/ask_neighbour")
			.input("question", "Why do queues grow?")
			.executeStream()
			.verifier(String.class)
			.expectNext("Because", "Because they", "Because they can")
			.verifyComplete();
		assertThat(neighbour.takeCall()).isFor("/ask").hasInput("question", "Why do queues grow?");
	}

	@Test
	void tellsOfTheNeighboursQueue(@Autowired MockGradioServer neighbour) {
		neighbour.endpoint("/ask").parameter("question").queued(2, 1, 0).returns("At last");
		this.tester.endpoint("/ask_neighbour").input("question", "Still there?").execute().isEqualTo("At last");
	}

}
