package io.github.bigidtestkit.token;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signatures of the tokens made last. They tell a token whose content was changed from one
 * whose signature was damaged; verification itself does not need them.
 */
final class RecentSignatures {

  private static final int KEPT = 1_000;

  private final Map<String, String> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void remember(String id, String jwt) {
    byId.put(id, signatureOf(jwt));
  }

  synchronized boolean wasGivenTo(String id, String signature) {
    return signature.equals(byId.get(id));
  }

  private static String signatureOf(String jwt) {
    return jwt.substring(jwt.lastIndexOf('.') + 1);
  }
}
