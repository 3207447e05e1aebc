package io.github.gradiospring.client.call;

import java.time.Duration;

import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.QuotaExceededException;
import io.github.gradiospring.protocol.message.ErrorOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallErrorsTests {

	@Test
	void anApplicationErrorKeepsWhatItSays() {
		ApplicationErrorException error = (ApplicationErrorException) CallErrors
			.of(ErrorOutput.application("Bad input", 5.0, false, "Custom"), "Custom");
		assertThat(error).hasMessage("Bad input");
		assertThat(error.getTitle()).isEqualTo("Custom");
		assertThat(error.getDuration()).isEqualTo(Duration.ofSeconds(5));
		assertThat(error.isVisible()).isFalse();
		assertThat(error.isHidden()).isFalse();
	}

	@Test
	void aHiddenErrorHasAMessageOfOurs() {
		ApplicationErrorException error = (ApplicationErrorException) CallErrors.of(ErrorOutput.hidden(), "Error");
		assertThat(error.isHidden()).isTrue();
		assertThat(error).hasMessageContaining("keeps the reason");
	}

	@Test
	void aQuotaTellsWhenToTryAgain() {
		GradioClientException error = CallErrors.of(ErrorOutput.application(
				"You have exceeded your GPU quota (60s requested vs. 12s left). Try again in 1:02:03", 10.0, true,
				"ZeroGPU quota exceeded"), null);
		assertThat(error).isInstanceOf(QuotaExceededException.class);
		assertThat(((QuotaExceededException) error).getRetryAfter())
			.isEqualTo(Duration.ofHours(1).plusMinutes(2).plusSeconds(3));
	}

	@Test
	void aQuotaMayTellNoTime() {
		GradioClientException error = CallErrors
			.of(ErrorOutput.application("You have exceeded your GPU quota.", null, true, "Error"), null);
		assertThat(((QuotaExceededException) error).getRetryAfter()).isNull();
	}

}
