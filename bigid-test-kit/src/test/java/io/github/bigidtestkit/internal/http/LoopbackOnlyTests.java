package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bigidtestkit.FakeBigId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The sandbox can't be reached but over 127.0.0.1, also not from this machine. */
@Timeout(60)
class LoopbackOnlyTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    assertThat(bigId.journal().exchanges()).isEmpty();
    bigId.close();
  }

  private void assertRefused(InetAddress address) {
    assertThatExceptionOfType(ConnectException.class)
        .as("connecting to %s", address)
        .isThrownBy(() -> connect(address));
  }

  private void connect(InetAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, bigId.port()), 10_000);
    }
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "elsewhere 127.0.0.2 is no address of the machine")
  void another_address_of_the_loopback_interface_is_refused() throws IOException {
    assertRefused(InetAddress.getByName("127.0.0.2"));
  }

  @Test
  void the_addresses_of_other_interfaces_are_refused() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeThat(others).as("addresses of this machine besides loopback").isNotEmpty();
    others.forEach(this::assertRefused);
  }
}
