package io.github.bigidtestkit.internal.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/**
 * The I/O threads and buffers that all sandboxes of a JVM share. Starting them for each server
 * would take longer than all the rest. They are daemon threads, made with the first sandbox, and
 * end a while after the last one was closed: they would keep the kit's class loader alive.
 */
final class IoWorker {

  static final int THREADS = 2;
  private static final String NAME = "bigid-test-kit";
  private static final int TASK_THREADS = 2;
  private static final String BUG_LEVEL = "sun.nio.ch.bugLevel";
  private static final int BUFFER_SIZE = 16 * 1024;
  private static final int TLS_BUFFER_SIZE = 17 * 1024;
  private static final int BUFFERS_PER_THREAD = 4;

  /** Long enough that the next class of a suite finds them running. */
  private static final long IDLE_SECONDS = 2;

  private static @Nullable IoWorker current;
  private static int servers;

  private final ExecutorService tasks = taskPool();
  private final XnioWorker worker = quietly(tasks);

  private IoWorker() {}

  /** The I/O threads, to be kept until {@link #release}. */
  static synchronized XnioWorker acquire() {
    IoWorker running = current == null ? new IoWorker() : current;
    current = running;
    servers++;
    return running.worker;
  }

  static synchronized void release() {
    servers--;
    if (servers == 0 && current != null) {
      XnioIoThread thread = current.worker.getIoThread(0);
      thread.executeAfter(IoWorker::stop, IDLE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static synchronized void stop() {
    if (servers == 0 && current != null) {
      current.worker.shutdown();
      current.tasks.shutdown();
      current = null;
    }
  }

  /** The library's own pool would load fifty more classes and register an MBean. */
  private static ExecutorService taskPool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            TASK_THREADS,
            TASK_THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, "task"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  static Thread daemon(Runnable task, String purpose) {
    Thread thread = new Thread(task, NAME + " " + purpose);
    thread.setDaemon(true);
    return thread;
  }

  /** Whether a thread is an I/O thread; they must not wait for each other. */
  static boolean isThread(Thread thread) {
    return thread instanceof XnioIoThread;
  }

  /**
   * Runs long tasks, such as the computations of a handshake. It is not the worker itself, because
   * the server library would use its I/O threads.
   */
  @SuppressWarnings("UnnecessaryMethodReference") // the server library asks for the type
  static Executor tasks(XnioWorker worker) {
    return worker::execute;
  }

  /** Buffers that a whole TLS record fits into. */
  static ByteBufferPool tlsBuffers() {
    return Tls.BUFFERS;
  }

  static ByteBufferPool buffers() {
    return Holder.BUFFERS;
  }

  private static final class Holder {
    static final ByteBufferPool BUFFERS =
        new DefaultByteBufferPool(false, BUFFER_SIZE, -1, BUFFERS_PER_THREAD);
  }

  /** In a class of its own, so that it costs nothing without TLS. */
  private static final class Tls {
    static final ByteBufferPool BUFFERS =
        new DefaultByteBufferPool(false, TLS_BUFFER_SIZE, -1, BUFFERS_PER_THREAD);
  }

  /**
   * The I/O library logs its version at level INFO when its classes load, and sets a system
   * property to the empty text, which means the same as its absence. Both are restored afterwards,
   * so that nothing is printed and nothing stays changed. The MBean that it would register is left
   * out of the kit's jar.
   */
  private static XnioWorker quietly(ExecutorService tasks) {
    Logger xnio = Logger.getLogger("org.xnio");
    Logger threads = Logger.getLogger("org.jboss.threads");
    Level xnioLevel = xnio.getLevel();
    Level threadsLevel = threads.getLevel();
    @Nullable String bugLevel = System.getProperty(BUG_LEVEL);
    xnio.setLevel(Level.WARNING);
    threads.setLevel(Level.WARNING);
    try {
      return start(tasks);
    } finally {
      xnio.setLevel(xnioLevel);
      threads.setLevel(threadsLevel);
      if (bugLevel == null) {
        System.clearProperty(BUG_LEVEL);
      }
    }
  }

  private static XnioWorker start(ExecutorService tasks) {
    try {
      return Xnio.getInstance(IoWorker.class.getClassLoader())
          .createWorkerBuilder()
          .populateFromOptions(
              OptionMap.builder()
                  .set(Options.WORKER_NAME, NAME)
                  .set(Options.WORKER_IO_THREADS, THREADS)
                  .set(Options.THREAD_DAEMON, true)
                  .getMap())
          .setExternalExecutorService(tasks)
          .build();
    } catch (IllegalStateException unusable) {
      throw new IllegalStateException(
          "The I/O threads of the sandbox could not be started; are there file descriptors left?",
          unusable);
    }
  }
}
