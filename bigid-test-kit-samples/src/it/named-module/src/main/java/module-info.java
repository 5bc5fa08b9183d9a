/** A program on the module path that starts sandboxes. */
module com.example.playground {
  requires io.github.bigidtestkit;
  requires java.net.http;
}
