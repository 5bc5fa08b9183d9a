package io.github.bigidtestkit.benchmark.oauth2;

import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.benchmark.child.TestServer;
import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** mock-oauth2-server as it is: its own token endpoint, with its own two grants. */
public final class MockOAuth2TestServer implements TestServer {

  private static final String PATH = "/default/token";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String CLIENT = "&client_id=bigid&client_secret=secret&scope=openid";

  private final MockOAuth2Server server = new MockOAuth2Server();

  @Override
  public int start() throws Exception {
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    return server.baseUrl().port();
  }

  @Override
  public void stop() {
    server.shutdown();
  }

  @Override
  public byte[] login() {
    String user = "&username=" + Requests.USERNAME + "&password=" + Requests.PASSWORD;
    return Requests.post(PATH, FORM, "grant_type=password" + user + CLIENT);
  }

  @Override
  public byte[] refresh() {
    return Requests.post(PATH, FORM, "grant_type=client_credentials" + CLIENT);
  }
}
