package io.github.gradiospring.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application under load: the endpoints of {@code app.py}, in Java. With the argument
 * {@code load} it is the load instead.
 */
@SpringBootApplication
class BenchmarkApplication {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals("load")) {
			LoadRun.main(args);
			return;
		}
		SpringApplication.run(BenchmarkApplication.class, args);
	}

}
