package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;

/**
 * The true answer, its body spoilt. The call is done: a token was issued, if the client only could
 * read it.
 *
 * @param kind what is spoilt
 */
public record PayloadFault(Kind kind) implements Fault {

  /** What is spoilt about a body. Those about the token strike only where one is issued. */
  public enum Kind {
    /** The JSON breaks off halfway; the HTTP message is whole. */
    MALFORMED_JSON("malformed JSON"),
    /** No body, {@code Content-Length: 0}. */
    EMPTY_BODY("empty body"),
    /** The right body declared as {@code text/plain}. */
    WRONG_CONTENT_TYPE("wrong content type"),
    /** The field with the token is not there. */
    TOKEN_MISSING("token field missing"),
    /** The field with the token is null. */
    TOKEN_NULL("token field null"),
    /** The field with the token is the empty string. */
    TOKEN_EMPTY("token field empty"),
    /** The field with the token is a number. */
    TOKEN_NUMBER("token field a number"),
    /** Fields that the contract does not know, nested ones too. */
    UNKNOWN_FIELDS("unknown extra fields"),
    /** The right body encoded and declared as UTF-16. */
    OTHER_CHARSET("body in UTF-16"),
    /** The right fields, and eight megabytes in another. */
    HUGE_BODY("body of eight megabytes");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    boolean aboutToken() {
      return switch (this) {
        case TOKEN_MISSING, TOKEN_NULL, TOKEN_EMPTY, TOKEN_NUMBER -> true;
        default -> false;
      };
    }
  }

  @Override
  public boolean concerns(Endpoint endpoint) {
    return !kind.aboutToken() || endpoint != Endpoint.RESOURCE;
  }

  @Override
  public FaultPhase phase() {
    return kind.aboutToken() ? FaultPhase.TOKEN_ISSUED : FaultPhase.AFTER_BODY;
  }

  @Override
  public String label() {
    return kind.label;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.payload(this);
  }
}
