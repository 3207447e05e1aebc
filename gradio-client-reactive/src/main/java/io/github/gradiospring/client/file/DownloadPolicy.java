package io.github.gradiospring.client.file;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which servers files are fetched from, besides the app itself. An app that is not to be
 * trusted could otherwise have its caller ask servers that only the caller reaches.
 *
 * @param allowedHosts hosts that may be asked whatever their address is
 */
public record DownloadPolicy(Set<String> allowedHosts) {

	private static final List<int[]> RESERVED_V4 = List.of(new int[] { 0, 8 }, new int[] { 100 << 24 | 64 << 16, 10 },
			new int[] { 192 << 24, 24 }, new int[] { 192 << 24 | 2 << 8, 24 }, new int[] { 198 << 24 | 18 << 16, 15 },
			new int[] { 198 << 24 | 51 << 16 | 100 << 8, 24 }, new int[] { 203 << 24 | 113 << 8, 24 },
			new int[] { 240 << 24, 4 });

	public DownloadPolicy {
		allowedHosts = Set.copyOf(allowedHosts);
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
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		if (address instanceof Inet6Address) {
			return isPublicV6(bytes);
		}
		int value = (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
		return RESERVED_V4.stream().noneMatch((net) -> (value ^ net[0]) >>> (32 - net[1]) == 0);
	}

	/** Global unicast, but for the ranges that stand for addresses of the old kind. */
	private static boolean isPublicV6(byte[] bytes) {
		int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
		int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
		boolean global = (bytes[0] & 0xe0) == 0x20;
		boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
		return global && !tunnel && !(first == 0x2001 && second == 0xdb8);
	}

}
