package io.github.bigidtestkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.testing.Client;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What each client makes of each fault at a login, as Markdown. */
public final class FaultTable {

  private static final Duration SHORT = Duration.ofMillis(300);

  /** Long enough for the head of an answer to come on a busy machine. */
  private static final Duration HALF_AN_ANSWER = Duration.ofMillis(1_500);

  private static final int ATTEMPTS = 4;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeBigId clear;
  private final FakeBigId secure;

  /**
   * A table.
   *
   * @param secure what the faults of TLS are seen at
   */
  FaultTable(FakeBigId clear, FakeBigId secure) {
    this.clear = clear;
    this.secure = secure;
    setClock(clear);
    setClock(secure);
  }

  private static void setClock(FakeBigId bigId) {
    bigId.clock().freeze();
    bigId.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
  }

  /**
   * The table as Markdown.
   *
   * @param known the table as it was: a busy machine may let a client see the other of two ends
   *     that a connection has, so a row that is not known is tried again
   */
  String markdown(String known) {
    List<String> lines = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("`FaultKind`"));
    for (Client.Kind client : Client.Kind.values()) {
      titles.add(client.title);
    }
    lines.add(row(titles));
    lines.add("|" + " --- |".repeat(titles.size()));
    for (FaultKind fault : FaultKind.values()) {
      String line = line(fault);
      for (int again = 1; again < ATTEMPTS && !known.contains(line); again++) {
        line = line(fault);
      }
      lines.add(line);
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(FaultKind fault) {
    List<String> cells = new ArrayList<>(List.of("`" + fault + "`"));
    for (Client.Kind client : Client.Kind.values()) {
      cells.add(cell(fault, client));
    }
    return row(cells);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** How long a client waits in vain before it is said not to give up at all. */
  static Duration patience(FaultKind fault) {
    if (fault == FaultKind.STALL_MID_BODY) {
      return HALF_AN_ANSWER;
    }
    if (fault == FaultKind.HANDSHAKE_STALL) {
      return HALF_AN_ANSWER;
    }
    return fault == FaultKind.STALL ? SHORT : LONG;
  }

  public static boolean stalls(FaultKind fault) {
    return fault == FaultKind.STALL
        || fault == FaultKind.STALL_MID_BODY
        || fault == FaultKind.HANDSHAKE_STALL;
  }

  String cell(FaultKind fault, Client.Kind kind) {
    FakeBigId bigId = FaultSet.TLS.kinds().contains(fault) ? secure : clear;
    try (ActiveFault active = bigId.faults().inject(fault).start();
        Client client = kind.open(patience(fault), bigId)) {
      Duration limit = fault == FaultKind.STALL_MID_BODY ? HALF_AN_ANSWER.multipliedBy(2) : LONG;
      String seen = seen(client.login(bigId, limit));
      active.clear();
      return seen;
    } catch (ExecutionException failed) {
      return fault == FaultKind.CLIENT_CERTIFICATE_REQUIRED
          ? raced(failed)
          : thrown(failed.getCause());
    } catch (TimeoutException patient) {
      return "waits on, whatever its timeout";
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /**
   * In TLS 1.3 the client has done its part before the server refuses it, and may write meanwhile.
   */
  private static String raced(ExecutionException failed) {
    return failed.getCause() instanceof IOException
        ? "`IOException` of a kind that depends on who is faster"
        : thrown(failed.getCause());
  }

  private static String thrown(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String normal =
        message
            .replaceAll("(?s)\n.*", "")
            .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:port")
            .replaceAll("localhost:\\d+", "localhost:port")
            .replaceAll("(?<![\\d.])\\d{2,}(?![\\d.])", "n")
            .replaceAll(" \\(.*", "")
            .replaceAll("[^\\x20-\\x7e]+", "?")
            .replace("|", "\\|");
    String[] words = normal.split(" ", -1);
    String first = String.join(" ", List.of(words).subList(0, Math.min(8, words.length)));
    String name = "`" + failure.getClass().getSimpleName() + "`";
    boolean wordless = failure.getMessage() == null || name.contains("Timeout");
    return wordless ? name : name + " " + first;
  }

  private String seen(Client.Answer answer) {
    String wait = answer.retryAfter().isEmpty() ? "" : ", Retry-After " + answer.retryAfter();
    String type = answer.contentType().startsWith("text/plain") ? ", as text/plain" : "";
    int megabytes = answer.body().length() >> 20;
    String size = megabytes == 0 ? "" : ", %d MiB".formatted(megabytes);
    return answer.status() + ", " + content(answer.body()) + wait + type + size;
  }

  private String content(String body) {
    if (body.isEmpty()) {
      return "no body";
    }
    if (body.startsWith("<html>")) {
      return "HTML page";
    }
    try {
      return content(JSON.readTree(body));
    } catch (JsonProcessingException broken) {
      return "broken JSON";
    }
  }

  private String content(JsonNode json) {
    if (!json.path("success").asBoolean()) {
      return "`\"success\":false`";
    }
    JsonNode token = json.path("auth_token");
    if (!token.isTextual() || token.asText().isEmpty()) {
      return token.isMissingNode() ? "token missing" : "token is `%s`".formatted(token);
    }
    Verdict verdict = clear.tokens().verify(token.asText());
    if (verdict instanceof Verdict.Refused refused) {
      return "token refused as `%s`".formatted(refused.reason());
    }
    return sound(((Verdict.Accepted) verdict).claims(), json.has("unknownToTheContract"));
  }

  private String sound(TokenClaims claims, boolean more) {
    Duration left = Duration.between(clear.clock().instant(), claims.expiresAt());
    String kind = claims.kind().label();
    String whose = claims.user().equals("bigid") ? "" : " of another user";
    String expiry =
        left.equals(clear.config().sessionTokenTtl()) || !kind.equals("session token")
            ? ""
            : " that expires in " + left;
    return "good " + kind + whose + expiry + (more ? ", unknown fields" : "");
  }
}
