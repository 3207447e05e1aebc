package io.github.gradiospring.client.file;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import io.github.gradiospring.client.error.FileTransferException;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link GuardedResolver}. */
class GuardedResolverTests {

	private static final EventExecutor EXECUTOR = ImmediateEventExecutor.INSTANCE;

	private final Names names = new Names();

	private final AddressResolver<InetSocketAddress> resolver = new GuardedResolver(DownloadPolicy.publicServers())
		.guard(EXECUTOR, this.names);

	@Test
	void aHarmlessFirstAddressHidesNoOther() {
		this.names.add("8.8.8.8", "127.0.0.1", "10.0.0.1", "1.1.1.1");
		List<InetSocketAddress> all = this.resolver.resolveAll(InetSocketAddress.createUnresolved("evil.test", 80))
			.getNow();
		assertThat(all).extracting((address) -> address.getAddress().getHostAddress())
			.containsExactly("8.8.8.8", "1.1.1.1");
	}

	@Test
	void aNameWithNothingPublic() {
		this.names.add("127.0.0.1", "::1");
		Throwable failure = this.resolver.resolveAll(InetSocketAddress.createUnresolved("evil.test", 80)).cause();
		assertThat(failure).isInstanceOf(FileTransferException.class).hasMessageContaining("evil.test");
		this.names.add("127.0.0.1");
		assertThat(this.resolver.resolve(InetSocketAddress.createUnresolved("evil.test", 80)).cause())
			.isInstanceOf(FileTransferException.class);
	}

	@Test
	void aNameThatChangesIsLookedAtEachTime() {
		this.names.add("8.8.8.8");
		this.names.add("127.0.0.1");
		InetSocketAddress name = InetSocketAddress.createUnresolved("rebinding.test", 80);
		assertThat(this.resolver.resolve(name).getNow().getAddress().getHostAddress()).isEqualTo("8.8.8.8");
		assertThat(this.resolver.resolve(name).cause()).isInstanceOf(FileTransferException.class);
	}

	@Test
	void anAddressInDigitsIsLookedAtToo() throws UnknownHostException {
		InetSocketAddress inside = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 80);
		assertThat(this.resolver.isResolved(inside)).isFalse();
		assertThat(this.resolver.resolveAll(inside).cause()).isInstanceOf(FileTransferException.class);
		InetSocketAddress outside = new InetSocketAddress(InetAddress.getByName("8.8.8.8"), 80);
		assertThat(this.resolver.resolveAll(outside).getNow()).containsExactly(outside);
	}

	@Test
	void aNameThatIsUnknown() {
		assertThat(this.resolver.resolve(InetSocketAddress.createUnresolved("none.test", 80)).cause())
			.isInstanceOf(UnknownHostException.class);
	}

	/** Gives the addresses of each question in turn. */
	private static final class Names extends AbstractAddressResolver<InetSocketAddress> {

		private final Queue<List<String>> answers = new ArrayDeque<>();

		Names() {
			super(EXECUTOR, InetSocketAddress.class);
		}

		void add(String... addresses) {
			this.answers.add(List.of(addresses));
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return !address.isUnresolved();
		}

		@Override
		protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
			throw new AssertionError("one address of several was asked for");
		}

		@Override
		protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise)
				throws UnknownHostException {
			List<String> addresses = this.answers.poll();
			if (addresses == null) {
				throw new UnknownHostException(asked.getHostString());
			}
			List<InetSocketAddress> all = new ArrayList<>();
			for (String address : addresses) {
				all.add(new InetSocketAddress(InetAddress.getByName(address), asked.getPort()));
			}
			promise.setSuccess(all);
		}

	}

}
