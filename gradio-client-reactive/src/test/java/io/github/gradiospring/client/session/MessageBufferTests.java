package io.github.gradiospring.client.session;

import java.util.List;

import io.github.gradiospring.protocol.message.Estimation;
import io.github.gradiospring.protocol.message.ProcessStarts;
import io.github.gradiospring.protocol.message.Progress;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageBufferTests {

	private final MessageBuffer buffer = new MessageBuffer(3);

	@Test
	void aPositionTakesThePlaceOfAnUnreadOne() {
		this.buffer.offer(position(2));
		this.buffer.offer(position(1));
		this.buffer.offer(new ProcessStarts("e", null));
		this.buffer.offer(position(0));
		assertThat(this.buffer).containsExactly(position(1), new ProcessStarts("e", null), position(0));
	}

	@Test
	void aProgressTakesThePlaceOfAnUnreadOneAndOfNothingElse() {
		Progress progress = new Progress("e", List.of());
		this.buffer.offer(position(1));
		this.buffer.offer(progress);
		this.buffer.offer(progress);
		assertThat(this.buffer).containsExactly(position(1), progress);
	}

	@Test
	void refusesMoreThanItsLimit() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.buffer.offer(new ProcessStarts("e" + i, null))).isTrue();
		}
		assertThat(this.buffer.offer(new ProcessStarts("e3", null))).isFalse();
		assertThat(this.buffer.poll()).isEqualTo(new ProcessStarts("e0", null));
		assertThat(this.buffer.offer(new ProcessStarts("e4", null))).isTrue();
	}

	private static ServerMessage position(int rank) {
		return new Estimation("e", rank, 3, null);
	}

}
