package io.github.bigidtestkit.samples;

/** What a client proves itself with. */
public sealed interface Credentials {

  /** A user token, made by an administrator; it is exchanged for short-lived system tokens. */
  static Credentials userToken(String token) {
    return new UserToken(token.strip());
  }

  /** Username and password, as for a person. */
  static Credentials login(String username, String password) {
    return new Login(username, password);
  }

  /** See {@link #userToken}. */
  record UserToken(String token) implements Credentials {

    /** Does not show the token. */
    @Override
    public String toString() {
      return "user token";
    }
  }

  /** See {@link #login}. */
  record Login(String username, String password) implements Credentials {

    /** Does not show the password. */
    @Override
    public String toString() {
      return "login of " + username;
    }
  }
}
