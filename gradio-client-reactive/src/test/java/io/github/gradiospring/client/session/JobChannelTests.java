package io.github.gradiospring.client.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.protocol.message.EmptyOutput;
import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.protocol.message.LogMessage;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class JobChannelTests {

	private final JobChannel channel = new JobChannel(4);

	@Test
	void endsOnceWithTheFirstEnd() {
		this.channel.accept(log(1));
		this.channel.accept(completed());
		this.channel.deliver();
		this.channel.fail(new IllegalStateException("late"));
		this.channel.accept(log(2));
		this.channel.deliver();
		StepVerifier.create(this.channel.messages()).expectNext(log(1), completed()).verifyComplete();
	}

	@Test
	void aFailureEndsIt() {
		this.channel.accept(log(1));
		this.channel.fail(new IllegalStateException("first"));
		this.channel.accept(completed());
		this.channel.deliver();
		StepVerifier.create(this.channel.messages()).expectNext(log(1)).verifyErrorMessage("first");
	}

	@Test
	void keepsMessagesForASlowSubscriber() {
		StepVerifier.create(this.channel.messages(), 0).then(() -> {
			List.of(log(1), log(2), completed()).forEach(this.channel::accept);
			this.channel.deliver();
		}).thenRequest(1).expectNext(log(1)).thenRequest(2).expectNext(log(2), completed()).verifyComplete();
	}

	@Test
	void givesUpASubscriberThatIsMuchTooSlow() {
		AtomicInteger given = new AtomicInteger();
		this.channel.onOverflow(given::incrementAndGet);
		StepVerifier.create(this.channel.messages(), 0).then(() -> {
			for (int i = 0; i < 10; i++) {
				this.channel.accept(log(i));
			}
			this.channel.deliver();
		}).thenRequest(10).expectNextCount(4).verifyError(ConnectionLostException.class);
		assertThat(given).hasValue(1);
	}

	private static ServerMessage log(int number) {
		return new LogMessage("e", "log " + number, LogLevel.INFO, null, true, "");
	}

	private static ServerMessage completed() {
		return new ProcessCompleted("e", new EmptyOutput(), true, null, null, null, null);
	}

}
