package io.github.gradiospring.test.mock;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.springframework.web.reactive.function.client.WebClientRequestException;

class MockGradioServerExtensionTests {

	@Test
	void givesAClassOneServerAndClosesIt() {
		EngineTestKit.engine("junit-jupiter")
			.selectors(DiscoverySelectors.selectClass(Sample.class))
			.execute()
			.testEvents()
			.assertStatistics((statistics) -> statistics.started(3).succeeded(3));

		assertThatExceptionOfType(WebClientRequestException.class)
			.isThrownBy(() -> new WireClient(Sample.url).get("/config"));
	}

	@ExtendWith(MockGradioServerExtension.class)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	static class Sample {

		static String url;

		@Test
		@Order(1)
		void first(MockGradioServer server) {
			url = server.url();
			server.endpoint("/greet").returns("Hello");
			new WireClient(url).call("s1", 0);
			assertThat(server.calls()).hasSize(1);
		}

		@Test
		@Order(2)
		void second(MockGradioServer server) {
			assertThat(server.url()).isEqualTo(url);
			assertThat(server.calls()).isEmpty();
		}

		@Nested
		class Inner {

			@Test
			void third(MockGradioServer server) {
				assertThat(server.url()).isEqualTo(url);
			}

		}

	}

}
