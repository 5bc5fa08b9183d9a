package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Sandboxes that listen elsewhere than usual. */
class AddressTests {

  @Test
  void listens_on_an_address_of_choice() throws Exception {
    for (String address : new String[] {"127.0.0.2", "::1"}) {
      InetAddress at = InetAddress.getByName(address);
      try (FakeBigId bigId = FakeBigId.start(SandboxConfig.defaults(), null, at);
          Socket socket = new Socket(at, bigId.port())) {
        assertThat(socket.isConnected()).isTrue();
        assertThat(URI.create(bigId.origin().toString()).getHost())
            .isEqualTo(address.equals("::1") ? "[0:0:0:0:0:0:0:1]" : address);
      }
    }
  }

  @Test
  void tells_clients_an_address_that_leads_there() throws Exception {
    assertThat(authority("0.0.0.0")).isEqualTo("127.0.0.1:4711");
    assertThat(authority("::")).isEqualTo("127.0.0.1:4711");
    assertThat(authority("10.1.2.3")).isEqualTo("10.1.2.3:4711");
    assertThat(authority("fd00::1")).isEqualTo("[fd00:0:0:0:0:0:0:1]:4711");
  }

  private static String authority(String address) throws Exception {
    return Addresses.authority(new InetSocketAddress(InetAddress.getByName(address), 4711));
  }
}
