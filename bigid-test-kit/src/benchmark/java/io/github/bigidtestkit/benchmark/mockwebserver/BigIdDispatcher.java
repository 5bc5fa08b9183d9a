package io.github.bigidtestkit.benchmark.mockwebserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.bigidtestkit.benchmark.child.Requests;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Both endpoints as one would write them for a test: checks what is shown, signs what is given. */
final class BigIdDispatcher extends Dispatcher {

  private static final long HOUR = 3_600_000;

  private final JWSSigner signer;
  private final JWSVerifier verifier;

  BigIdDispatcher() throws JOSEException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.signer = new MACSigner(key);
    this.verifier = new MACVerifier(key);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    try {
      return switch (request.getUrl().encodedPath()) {
        case Requests.LOGIN_PATH -> login(request);
        case Requests.REFRESH_PATH -> refresh(request);
        default -> new MockResponse.Builder().code(404).build();
      };
    } catch (ParseException | JOSEException malformed) {
      return new MockResponse.Builder().code(400).build();
    }
  }

  private MockResponse login(RecordedRequest request) throws ParseException, JOSEException {
    Map<String, Object> fields = JSONObjectUtils.parse(request.getBody().utf8());
    if (!Requests.USERNAME.equals(fields.get("username"))
        || !Requests.PASSWORD.equals(fields.get("password"))) {
      return new MockResponse.Builder().code(401).build();
    }
    return json(
        Map.of(
            "success",
            true,
            "message",
            "Enjoy your token!",
            "auth_token",
            token("session"),
            "username",
            Requests.USERNAME,
            "firstName",
            "BigID",
            "permissions",
            List.of("admin", "permission.tasks.edit")));
  }

  private MockResponse refresh(RecordedRequest request) throws ParseException, JOSEException {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !isGood(SignedJWT.parse(header.replace("Bearer ", "")))) {
      return new MockResponse.Builder().code(401).build();
    }
    return json(Map.of("success", true, "systemToken", token("system")));
  }

  private boolean isGood(SignedJWT token) throws ParseException, JOSEException {
    return token.verify(verifier)
        && token.getJWTClaimsSet().getExpirationTime().after(new Date())
        && "user".equals(token.getJWTClaimsSet().getClaim("type"));
  }

  String token(String type) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(Requests.USERNAME)
            .claim("type", type)
            .expirationTime(new Date(System.currentTimeMillis() + HOUR))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static MockResponse json(Map<String, Object> fields) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(JSONObjectUtils.toJSONString(fields))
        .build();
  }
}
