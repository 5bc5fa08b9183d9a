package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
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
            .isEqualTo(address.equals("::1") ? "[::1]" : address);
      }
    }
  }

  @Test
  void tells_clients_an_address_that_leads_there() throws Exception {
    assertThat(authority("0.0.0.0")).isEqualTo("127.0.0.1:4711");
    assertThat(authority("::")).isEqualTo("127.0.0.1:4711");
    assertThat(authority("10.1.2.3")).isEqualTo("10.1.2.3:4711");
    assertThat(authority("fd00::1")).isEqualTo("[fd00::1]:4711");
    assertThat(authority("2001:db8:0:1:0:0:0:0")).isEqualTo("[2001:db8:0:1::]:4711");
    assertThat(authority("1:0:2:0:3:0:4:5")).isEqualTo("[1:0:2:0:3:0:4:5]:4711");
  }

  @Test
  void tells_what_to_do_where_it_can_not_listen() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> FakeBigId.start(SandboxConfig.defaults(), null, elsewhere))
        .hasMessage(
            "The sandbox can't listen on port [0]: Cannot assign requested address. Give an address of this machine, and a port that you may use, or 0 for any that is free.");
    assertThat(HttpServer.cure(new SocketException("Too many open files")))
        .isEqualTo("Raise the limit of open files, or close what keeps them open.");
  }

  private static String authority(String address) throws Exception {
    return Addresses.authority(new InetSocketAddress(InetAddress.getByName(address), 4711));
  }
}
