package io.github.gradiospring.client.file;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

import io.github.gradiospring.client.error.FileTransferException;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Requests to servers other than the app: without its headers, without redirects, and to
 * allowed addresses only. The address that is about to be connected to is looked at, not
 * the name, which could be another one a moment later.
 */
final class ElsewhereClient {

	private ElsewhereClient() {
	}

	static WebClient create(DownloadPolicy policy) {
		HttpClient http = HttpClient.newConnection()
			.followRedirect(false)
			.doAfterResolve((connection, address) -> verify(policy, address));
		return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

	/** An address in digits is not resolved, so nobody would look at it. */
	static void verifyLiteral(DownloadPolicy policy, @Nullable String host) {
		String name = (host != null) ? host : "";
		InetAddress address = NetUtil.createInetAddressFromIpAddressString(name);
		if (name.isEmpty() || (address != null && !policy.allows(name, address))) {
			throw new FileTransferException("A file is at an address that must not be asked.");
		}
	}

	private static void verify(DownloadPolicy policy, SocketAddress address) {
		if (!(address instanceof InetSocketAddress resolved) || resolved.getAddress() == null
				|| !policy.allows(resolved.getHostString(), resolved.getAddress())) {
			throw new FileTransferException("A file is at an address that must not be asked.");
		}
	}

}
