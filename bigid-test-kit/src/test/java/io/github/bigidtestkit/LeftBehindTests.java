package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.testing.ChildJvm;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What belongs to a sandbox is free to go when it is closed, and the kit with its last one. */
@Timeout(120)
class LeftBehindTests {

  @Test
  void a_closed_sandbox_is_free_to_go_at_once() throws Exception {
    assertThat(ChildJvm.run(Closed.class, List.of())).isEqualTo("true true ");
  }

  /** In a JVM of its own, where no other test has threads that may hold something. */
  static final class Closed {
    public static void main(String[] args) throws Exception {
      for (boolean https : new boolean[] {false, true}) {
        WeakReference<FakeBigId> closed = new WeakReference<>(used(https));
        System.out.print(Gone.within(() -> closed.get() == null) + " ");
      }
    }
  }

  /** Calls and handshakes of every state, some of which end only with the sandbox. */
  private static FakeBigId used(boolean https) throws Exception {
    SandboxConfig config = SandboxConfig.builder().https(https).build();
    List<Socket> open = new ArrayList<>();
    try (FakeBigId bigId = FakeBigId.start(config)) {
      bigId.httpClient().send(get(bigId), BodyHandlers.ofString());
      for (String text : List.of("", "P", RawHttp.login().substring(0, 130), RawHttp.login())) {
        open.add(send(bigId, text));
      }
      open.add(new Socket(InetAddress.getLoopbackAddress(), bigId.port()));
      ActiveFault delay = bigId.faults().inject(Fault.delay(Duration.ofMinutes(10))).start();
      open.add(send(bigId, RawHttp.login()));
      while (delay.struck() == 0) {
        Thread.onSpinWait();
      }
      bigId.faults().rendezvous(Endpoint.ANY, 2, Duration.ofHours(1));
      open.add(send(bigId, RawHttp.login()));
      return bigId;
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  private static HttpRequest get(FakeBigId bigId) {
    return HttpRequest.newBuilder(URI.create(bigId.baseUrl() + "/x")).build();
  }

  private static Socket send(FakeBigId bigId, String text) throws IOException {
    Socket socket =
        bigId.config().https()
            ? bigId.trust().sslContext().getSocketFactory().createSocket("127.0.0.1", bigId.port())
            : new Socket(InetAddress.getLoopbackAddress(), bigId.port());
    if (socket instanceof SSLSocket secure) {
      secure.setSoTimeout((int) Secure.LIMIT.toMillis());
      secure.startHandshake();
    }
    socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return socket;
  }

  @Test
  void threads_and_class_loaders_go_after_the_last_sandbox() throws Exception {
    assertThat(ChildJvm.run(Gone.class, List.of())).isEqualTo("gone");
  }

  /** Loads the kit several times, and waits until nothing of it is left. */
  static final class Gone {
    public static void main(String[] args) throws Exception {
      // Not weak ones: a finalizer might bring the loader back.
      List<PhantomReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        loaders.add(new PhantomReference<>(used(), new ReferenceQueue<>()));
      }
      boolean gone = within(() -> loaders.stream().allMatch(loader -> loader.refersTo(null)));
      boolean threads = within(() -> threads().isEmpty());
      System.out.print(gone && threads ? "gone" : "left: " + loaders + threads());
    }

    private static ClassLoader used() throws Exception {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        urls.add(new File(entry).toURI().toURL());
      }
      ClassLoader loader =
          new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      Runnable user =
          (Runnable) loader.loadClass(User.class.getName()).getConstructor().newInstance();
      user.run();
      unregisterBeans();
      return loader;
    }

    /** Those that the I/O library registers; the kit's jar leaves them out. */
    private static void unregisterBeans() throws Exception {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      for (ObjectName name : beans.queryNames(new ObjectName("*:type=Xnio,*"), null)) {
        beans.unregisterMBean(name);
      }
    }

    private static List<Thread> threads() {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().matches(".*(bigid-test-kit|HttpClient).*"))
          .toList();
    }

    /** Whether it is true before long, the garbage being collected. */
    static boolean within(BooleanSupplier condition) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        System.gc();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      return condition.getAsBoolean();
    }
  }

  /** Uses much of the kit, in a loader of its own. */
  public static final class User implements Runnable {
    @Override
    public void run() {
      FakeBigId.prepare();
      for (boolean https : List.of(false, true)) {
        SandboxConfig config = SandboxConfig.builder().https(https).http2(https).build();
        try (FakeBigId bigId = FakeBigId.start(config)) {
          HttpClient client = bigId.httpClient();
          client.send(get(bigId), BodyHandlers.ofString());
          bigId.tokens().verify(bigId.tokens().userToken("bigid"));
          bigId.journal().html(bigId.journal().timeline());
          bigId.faults().inject(Fault.status(503)).optional().start().close();
          io.github.bigidtestkit.internal.json.Json.map(java.util.Map.of("a", 1));
          if (https) {
            bigId.trust().pemFile();
          }
        } catch (IOException | InterruptedException failed) {
          throw new IllegalStateException(failed);
        }
      }
    }
  }
}
