package io.github.gradiospring.client.file;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.netty.util.NetUtil;

/**
 * Which servers files are fetched from, besides the app itself. An app that is not to be
 * trusted could otherwise have its caller ask servers that only the caller reaches.
 *
 * @param allowedHosts hosts that may be asked whatever their address is
 */
public record DownloadPolicy(Set<String> allowedHosts) {

	/** Special ranges of the IANA's registry, and where a cloud tells its secrets. */
	private static final List<Network> REFUSED = Stream
		.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
				"172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
				"198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32",
				"2002::/16", "3fff::/20")
		.map(Network::of)
		.toList();

	/**
	 * Addresses that stand for those of the old kind, or are no host's own, are not in
	 * it.
	 */
	private static final Network GLOBAL_V6 = Network.of("2000::/3");

	public DownloadPolicy {
		allowedHosts = allowedHosts.stream()
			.map((host) -> host.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Public servers only.
	 * @return the policy
	 */
	public static DownloadPolicy publicServers() {
		return new DownloadPolicy(Set.of());
	}

	boolean allows(String host, InetAddress address) {
		return this.allowedHosts.contains(host.toLowerCase(Locale.ROOT)) || isPublic(address);
	}

	private static boolean isPublic(InetAddress address) {
		byte[] bytes = address.getAddress();
		return (bytes.length == 4 || GLOBAL_V6.contains(bytes))
				&& REFUSED.stream().noneMatch((network) -> network.contains(bytes));
	}

	/**
	 * A range of addresses.
	 *
	 * @param address its first address
	 * @param bits how many leading bits all have in common
	 */
	private record Network(byte[] address, int bits) {

		static Network of(String text) {
			int slash = text.indexOf('/');
			byte[] address = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
			return new Network(Objects.requireNonNull(address), Integer.parseInt(text.substring(slash + 1)));
		}

		boolean contains(byte[] other) {
			if (other.length != this.address.length) {
				return false;
			}
			BigInteger difference = new BigInteger(1, this.address).xor(new BigInteger(1, other));
			return difference.shiftRight(this.address.length * 8 - this.bits).signum() == 0;
		}

	}

}
