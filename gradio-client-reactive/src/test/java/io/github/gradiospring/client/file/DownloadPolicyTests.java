package io.github.gradiospring.client.file;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DownloadPolicy}. */
class DownloadPolicyTests {

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200",
			"100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254",
			"172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1",
			"198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
			"255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:7f00:1",
			"::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:20::1",
			"2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
			"ff02::1" })
	void addressesThatAreNotPublic(String address) throws UnknownHostException {
		assertThat(DownloadPolicy.publicServers().allows("host.test", InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
			"126.255.255.255", "128.0.0.0", "168.63.129.15", "169.253.255.255", "169.255.0.0", "172.15.255.255",
			"172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
			"223.255.255.255", "::ffff:8.8.8.8", "2001:200::1", "2001:4860:4860::8888", "2600::1", "2a00:1450::1",
			"3ffe::1" })
	void publicAddresses(String address) throws UnknownHostException {
		assertThat(DownloadPolicy.publicServers().allows("host.test", InetAddress.getByName(address))).isTrue();
	}

	@Test
	void allowedHosts() throws UnknownHostException {
		DownloadPolicy policy = new DownloadPolicy(Set.of("Files.Test", "10.0.0.1"));
		InetAddress inside = InetAddress.getByName("10.0.0.1");
		assertThat(policy.allows("files.test", inside)).isTrue();
		assertThat(policy.allows("FILES.test", inside)).isTrue();
		assertThat(policy.allows("10.0.0.1", inside)).isTrue();
		assertThat(policy.allows("other.test", inside)).isFalse();
		assertThat(policy.allows("sub.files.test", inside)).isFalse();
	}

}
