package io.github.gradiospring.client.call;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.error.QuotaExceededException;
import io.github.gradiospring.protocol.message.ErrorOutput;
import org.jspecify.annotations.Nullable;

/** Makes exceptions out of the errors with which apps end jobs. */
final class CallErrors {

	private static final String HIDDEN = "The app failed, and keeps the reason to itself.";

	/** Such as "Try again in 1:02:03", the words of Spaces on ZeroGPU. */
	private static final Pattern RETRY = Pattern
		.compile("(?:try again|retry|remaining|wait)\\D{0,20}(\\d+):(\\d\\d)(?::(\\d\\d))?", Pattern.CASE_INSENSITIVE);

	private CallErrors() {
	}

	static GradioClientException of(ErrorOutput error, @Nullable String title) {
		String text = error.error();
		String heading = (error.title() != null) ? error.title() : title;
		if (isQuota(text, heading)) {
			return new QuotaExceededException((text != null) ? text : String.valueOf(heading), retryAfter(text));
		}
		Double seconds = error.duration();
		Duration duration = (seconds != null) ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
		return new ApplicationErrorException((text != null) ? text : HIDDEN, heading, duration,
				!Boolean.FALSE.equals(error.visible()), text == null);
	}

	private static boolean isQuota(@Nullable String text, @Nullable String title) {
		return contains(text, "GPU quota") || contains(title, "GPU quota") || contains(title, "ZeroGPU quota");
	}

	private static boolean contains(@Nullable String text, String part) {
		return text != null && text.contains(part);
	}

	private static @Nullable Duration retryAfter(@Nullable String text) {
		Matcher matcher = RETRY.matcher((text != null) ? text : "");
		if (!matcher.find()) {
			return null;
		}
		long first = Long.parseLong(matcher.group(1));
		long second = Long.parseLong(matcher.group(2));
		return (matcher.group(3) != null)
				? Duration.ofHours(first).plusMinutes(second).plusSeconds(Long.parseLong(matcher.group(3)))
				: Duration.ofMinutes(first).plusSeconds(second);
	}

}
