package io.github.gradiospring.test.tester;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.app.GradioApp;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/** Connects when the first call is made, when the application surely runs. */
public final class DefaultGradioTester implements GradioTester {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final SingletonSupplier<GradioClient> client;

	private final Ownership ownership;

	private final Duration timeout;

	private DefaultGradioTester(SingletonSupplier<GradioClient> client, Ownership ownership, Duration timeout) {
		this.client = client;
		this.ownership = ownership;
		this.timeout = timeout;
	}

	/**
	 * A tester with a client of its own.
	 * @param client makes the client when it is needed
	 * @return the tester
	 */
	public static DefaultGradioTester of(Supplier<GradioClient> client) {
		Ownership ownership = new Ownership();
		return new DefaultGradioTester(SingletonSupplier.of(() -> ownership.take(client.get())), ownership, TIMEOUT);
	}

	static DefaultGradioTester of(GradioClient client) {
		return new DefaultGradioTester(SingletonSupplier.of(client), new Ownership(), TIMEOUT);
	}

	@Override
	public GradioTester withTimeout(Duration timeout) {
		return new DefaultGradioTester(this.client, this.ownership, timeout);
	}

	@Override
	public Request endpoint(String name) {
		GradioClient client = this.client.obtain();
		return new DefaultRequest(client, client.endpoint(name), name, this.timeout);
	}

	@Override
	public ApiAssert api() {
		GradioApp app = this.client.obtain().app().block(this.timeout);
		if (app == null) {
			throw new AssertionError("The app says nothing of itself");
		}
		return new ApiAssert(app.info());
	}

	@Override
	public void close() {
		this.ownership.close();
	}

	/** The client to close, once there is one. */
	private static final class Ownership {

		private volatile @Nullable GradioClient client;

		GradioClient take(GradioClient client) {
			this.client = client;
			return client;
		}

		void close() {
			GradioClient owned = this.client;
			if (owned != null) {
				owned.close().block(TIMEOUT);
			}
		}

	}

}
