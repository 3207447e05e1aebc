package io.github.gradiospring.benchmarks;

import io.github.gradiospring.server.annotation.GradioEndpoint;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/** What is called under load, line by line as in {@code app.py}. */
@Component
@GradioEndpoint
class BenchmarkEndpoints {

	public String echo(String text) {
		return text;
	}

	public Flux<String> tokens(int count) {
		StringBuilder text = new StringBuilder();
		return Flux.range(0, count).map((index) -> text.append("tok").append(index % 10).append(' ').toString());
	}

	public String slow(String text) throws InterruptedException {
		Thread.sleep(2);
		return text;
	}

}
