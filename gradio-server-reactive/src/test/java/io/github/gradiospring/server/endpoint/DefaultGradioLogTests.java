package io.github.gradiospring.server.endpoint;

import java.time.Duration;
import java.util.List;

import io.github.gradiospring.protocol.message.LogLevel;
import io.github.gradiospring.server.endpoint.EndpointFixture.RecordedReports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What callers see of messages. */
class DefaultGradioLogTests {

	@Test
	void messages() {
		RecordedReports reports = new RecordedReports();
		RecordedReports other = new RecordedReports();
		GradioLog log = new DefaultGradioLog(List.of(reports, other));
		log.info("an info");
		log.warning("a warning");
		log.success("a success");
		log.send(LogLevel.ERROR, "an error", "Title", Duration.ofMillis(2500), false);
		log.send(LogLevel.INFO, "stays", "Info", null, true);
		assertThat(reports.logs).containsExactly("info an info Info 10.0 true", "warning a warning Warning 10.0 true",
				"success a success Success 10.0 true", "error an error Title 2.5 false", "info stays Info null true");
		assertThat(other.logs).isEqualTo(reports.logs);
	}

}
