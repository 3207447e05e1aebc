package io.github.gradiospring.client.file;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

import io.github.gradiospring.client.error.FileTransferException;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.Promise;
import reactor.netty.http.HttpResources;

/**
 * Finds addresses as Reactor Netty does, and leaves only those that may be asked. A
 * connection is made to one of the addresses that come out here and to no other, so a
 * name that gets another address a moment later gains nothing, and neither does a name
 * with a second address behind a harmless first one.
 */
final class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {

	private final DownloadPolicy policy;

	GuardedResolver(DownloadPolicy policy) {
		this.policy = policy;
	}

	@Override
	@SuppressWarnings("unchecked")
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		AddressResolverGroup<?> group = HttpResources.get().getOrCreateDefaultResolver();
		return guard(executor, (AddressResolver<InetSocketAddress>) group.getResolver(executor));
	}

	AddressResolver<InetSocketAddress> guard(EventExecutor executor, AddressResolver<InetSocketAddress> delegate) {
		return new Guard(executor, delegate, this.policy);
	}

	private static final class Guard extends AbstractAddressResolver<InetSocketAddress> {

		private final AddressResolver<InetSocketAddress> delegate;

		private final DownloadPolicy policy;

		Guard(EventExecutor executor, AddressResolver<InetSocketAddress> delegate, DownloadPolicy policy) {
			super(executor, InetSocketAddress.class);
			this.delegate = delegate;
			this.policy = policy;
		}

		/** Addresses in digits would be asked without a question otherwise. */
		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return false;
		}

		@Override
		protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
			Promise<List<InetSocketAddress>> all = executor().newPromise();
			all.addListener((FutureListener<List<InetSocketAddress>>) (future) -> {
				if (future.isSuccess()) {
					promise.trySuccess(future.getNow().get(0));
				}
				else {
					promise.tryFailure(future.cause());
				}
			});
			doResolveAll(address, all);
		}

		@Override
		protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
			if (!address.isUnresolved()) {
				complete(address, List.of(address), promise);
				return;
			}
			this.delegate.resolveAll(address).addListener((Future<List<InetSocketAddress>> found) -> {
				if (found.isSuccess()) {
					complete(address, found.getNow(), promise);
				}
				else {
					promise.tryFailure(found.cause());
				}
			});
		}

		private void complete(SocketAddress asked, List<InetSocketAddress> found,
				Promise<List<InetSocketAddress>> promise) {
			String host = ((InetSocketAddress) asked).getHostString();
			List<InetSocketAddress> allowed = found.stream()
				.filter((one) -> one.getAddress() != null && this.policy.allows(host, one.getAddress()))
				.toList();
			if (allowed.isEmpty()) {
				promise.tryFailure(new FileTransferException(
						"A file is on the server '%s', which is not public.".formatted(host)));
			}
			else {
				promise.trySuccess(allowed);
			}
		}

	}

}
