package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.Dialect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a fake of BigID's authentication API for the tests of a class, and injects its URL and
 * tokens into their parameters.
 *
 * <pre>{@code
 * @BigIdSandbox(
 *     users = @SandboxUser(username = "alice", password = "s3cret", permissions = "VIEW_DATA_SOURCES"),
 *     systemTokenTtl = "PT15M")
 * class CatalogSyncTests {
 *   @Test
 *   void renews_an_expired_token(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <h2>What is injected</h2>
 *
 * Into constructors, test methods and lifecycle methods: {@code FakeBigId}, {@code SandboxClock},
 * {@code Tokens} and {@code Journal} by their exact type, and so are a JDK {@code HttpClient} that
 * can call the sandbox and, with {@code https}, {@code Trust}, {@code SSLContext} and {@code
 * X509TrustManager}; {@link TrustAnchor} as a {@code Path}, {@code String} or {@code
 * X509Certificate}; {@link BaseUrl} as {@code URI}, {@code URL} or {@code String}; {@link
 * UserToken}, {@link SessionToken} and {@link SystemToken} as {@code String}. In a
 * {@code @ParameterizedTest} they come after the parameters that the test's source fills.
 *
 * <h2>Where it can stand</h2>
 *
 * <ul>
 *   <li>On a test class, its superclass or an interface of it; the nearest one counts. It can also
 *       stand on an annotation of your own, which then stands for it.
 *   <li>On a {@code @Nested} class or a test method it adds to what the class around it says: users
 *       and resources are added, or replace those of the same name; attributes that are given
 *       replace the others. Port, journal capacity, {@code https}, {@code hostNames}, {@code http2}
 *       and {@code reset} are said by the outermost class only.
 *   <li>On a test method alone, where the class has none: that test has a sandbox of its own.
 * </ul>
 *
 * <h2>State</h2>
 *
 * Before each test everything is put back to what the annotations say: users, resources, clock,
 * revocations, journal. Changes that {@code @BeforeAll} made are undone too; so are those that a
 * constructor made if JUnit is older than 5.12. See {@link Lifecycle} for parallel tests and for a
 * sandbox that all classes of a run share.
 *
 * <h2>Spring</h2>
 *
 * Beside {@code @SpringBootTest} or {@code @SpringJUnitConfig} the context gets the properties
 * {@code bigid.sandbox.base-url}, {@code bigid.sandbox.origin} and {@code bigid.sandbox.user-token}
 * (of the first user), and the {@code FakeBigId} as a bean; not with {@link Lifecycle#PER_METHOD}.
 * A context is used again for as long as its sandbox lives, see {@link Lifecycle#SHARED}.
 *
 * <h2>Errors</h2>
 *
 * What is declared wrongly is refused with an {@link
 * org.junit.jupiter.api.extension.ExtensionConfigurationException} before a test of the class runs;
 * parameters that can't be injected with a {@link
 * org.junit.jupiter.api.extension.ParameterResolutionException}. The messages name the annotation,
 * the attribute, the value, the rule and the cure.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(BigIdSandboxExtension.class)
public @interface BigIdSandbox {

  /**
   * A file that says the same as the attributes, in JSON: {@code classpath:sandbox.json}, from the
   * root of the class path, or {@code file:path}, from the working directory. What attributes and
   * resources beside it say is added to it, or replaces it, as on a nested class; what an attribute
   * can't be told from not saying it (such as {@code https = false}) stays as the file has it.
   *
   * <p>Its keys are those of the attributes, apart from {@code lifecycle} and {@code reset}. Users
   * and resources are objects with the keys of {@link SandboxUser} and {@link ProtectedResource};
   * the {@code json} of a resource may be written as it is. {@code faults} are objects with the
   * keys of {@link InjectFault}; these are under way from when the sandbox is put back, so in
   * {@code @BeforeEach} too. Comments are let through.
   */
  String config() default "";

  /** Who can log in. Without any: {@code bigid} with the password {@code learner} (observed). */
  SandboxUser[] users() default {};

  /**
   * The lifetime of user tokens as an ISO-8601 duration in whole seconds, at most 999 days
   * (observed). Empty means {@code P30D}, or what the class around says.
   */
  String userTokenTtl() default "";

  /**
   * The lifetime of session tokens as an ISO-8601 duration in whole seconds. Empty means {@code
   * PT24H}, or what the class around says.
   */
  String sessionTokenTtl() default "";

  /**
   * The lifetime of system tokens as an ISO-8601 duration in whole seconds. Empty means {@code
   * PT1H}, or what the class around says.
   */
  String systemTokenTtl() default "";

  /**
   * How strictly the contract is kept; at most one. Without: {@link Dialect#LENIENT}, or what the
   * class around says.
   */
  Dialect[] dialect() default {};

  /** What is behind the login; {@link ProtectedResource} beside this annotation does the same. */
  ProtectedResource[] resources() default {};

  /**
   * How long the sandbox lives; at most one. Without: {@link Lifecycle#PER_CLASS}, or what the
   * class around says. A nested class or a method that says another one than the class around it
   * has another sandbox.
   */
  Lifecycle[] lifecycle() default {};

  /**
   * After how many wrong passwords in a row a user is locked; 0 for never. Together with lockFor.
   */
  int lockAfter() default 0;

  /** How long a user stays locked, as an ISO-8601 duration of the sandbox clock. */
  String lockFor() default "";

  /** Whether state is put back before each test. */
  boolean reset() default true;

  /** The TCP port on loopback, or 0 for any that is free. */
  int port() default 0;

  /** How many exchanges the journal keeps, or 0 for 10,000. */
  int journalCapacity() default 0;

  /** Whether the sandbox speaks TLS, and only that. */
  boolean https() default false;

  /**
   * Names that its certificate bears besides {@code localhost}, {@code 127.0.0.1} and {@code ::1}.
   * The sandbox listens on loopback all the same: having the client find it under that name is up
   * to its resolver.
   */
  String[] hostNames() default {};

  /**
   * Whether the sandbox speaks HTTP/2 besides HTTP/1.1. Off unless set: nothing observed says that
   * BigID does, and a fault of a connection is exact to the byte over HTTP/1.1 only.
   */
  boolean http2() default false;
}
