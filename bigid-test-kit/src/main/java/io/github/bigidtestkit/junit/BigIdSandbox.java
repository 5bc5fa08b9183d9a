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
 * Runs a fake of BigID's authentication API for tests and injects its URL and tokens.
 *
 * <pre>{@code
 * @BigIdSandbox(
 *     users = @SandboxUser(username = "alice", password = "s3cret", permissions = "permission.tasks.edit"),
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
 * Into constructors, test methods and lifecycle methods:
 *
 * <ul>
 *   <li>by exact type: {@code FakeBigId}, {@code SandboxClock}, {@code Tokens}, {@code Journal}
 *       and, with {@code https}, {@code Trust};
 *   <li>{@link BaseUrl} as {@code URI}, {@code URL} or {@code String};
 *   <li>{@link UserToken}, {@link SessionToken} and {@link SystemToken} as {@code String}, bad ones
 *       with {@link Defective};
 *   <li>{@link TrustAnchor} as {@code Path}, {@code String} or {@code X509Certificate}.
 * </ul>
 *
 * <p>Parameters of other types, such as the JDK's {@code HttpClient} and {@code SSLContext}, are
 * left to other extensions; {@code FakeBigId.httpClient()} and {@code Trust} have what can call the
 * sandbox. In a {@code @ParameterizedTest} those that are injected follow the parameters that the
 * test's source fills.
 *
 * <h2>Where to put it</h2>
 *
 * <ul>
 *   <li>On a test class, its superclass or an interface of it; the nearest one counts. It can also
 *       be a meta-annotation on an annotation of your own.
 *   <li>On a {@code @Nested} class or a test method: it extends the configuration of the class
 *       around it. Users and resources are added, or replace those of the same name; attributes
 *       that are given replace the others. {@code port}, {@code journalCapacity}, {@code https},
 *       {@code hostNames}, {@code http2} and {@code reset} can only be set on the outermost class.
 *   <li>On a test method alone, if the class has none: that test has a sandbox of its own.
 * </ul>
 *
 * <h2>State</h2>
 *
 * Before each test state is reset to the annotated configuration: users, resources, clock,
 * revocations, journal. Changes that {@code @BeforeAll} made are undone too, and so are those of a
 * constructor before JUnit 5.12. See {@link Lifecycle} for parallel tests and for a sandbox that
 * all classes of a run share.
 *
 * <h2>Spring</h2>
 *
 * Beside {@code @SpringBootTest} or {@code @SpringJUnitConfig} the context has the properties
 * {@code bigid.sandbox.base-url}, {@code bigid.sandbox.origin} and {@code bigid.sandbox.user-token}
 * (of the first user), and the {@code FakeBigId} as a bean; not with {@link Lifecycle#PER_METHOD}.
 * A cached context lives as long as its sandbox, see {@link Lifecycle#SHARED}.
 *
 * <h2>Errors</h2>
 *
 * A wrong declaration is refused with an {@link
 * org.junit.jupiter.api.extension.ExtensionConfigurationException} before a test of the class runs,
 * or on a method, before that test runs; a parameter that can't be injected, with a {@link
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
   * A JSON file with the configuration, extended by the other attributes.
   *
   * <p>{@code classpath:sandbox.json} is relative to the root of the class path, {@code file:path}
   * to the working directory. Attributes and resources beside it are added to it, or replace it, as
   * on a nested class; an attribute with its default value, such as {@code https = false}, leaves
   * the file's value.
   *
   * <p>Its keys are the names of the attributes, apart from {@code lifecycle} and {@code reset}.
   * Users and resources are objects with the keys of {@link SandboxUser} and {@link
   * ProtectedResource}; the {@code json} of a resource may be an object. {@code dialect} is the
   * name of a built-in one, or an object as {@code DialectRules} shows. {@code faults} are objects
   * with the keys of {@link InjectFault}; they apply from the reset on, so in {@code @BeforeEach}
   * too. Comments, trailing commas and a {@code $schema} are allowed.
   */
  String config() default "";

  /** Who can log in; the default is {@code bigid} with the password {@code learner} (recording). */
  SandboxUser[] users() default {};

  /**
   * The lifetime of user tokens as an ISO-8601 duration in whole seconds.
   *
   * <p>At most 999 days (portal). Empty means the value of the class around it, or {@code P30D}, as
   * in BigID's tutorial (portal).
   */
  String userTokenTtl() default "";

  /**
   * The lifetime of session tokens as an ISO-8601 duration in whole seconds.
   *
   * <p>Empty means the value of the class around it, or {@code PT24H} (portal).
   */
  String sessionTokenTtl() default "";

  /**
   * The lifetime of system tokens as an ISO-8601 duration in whole seconds.
   *
   * <p>Empty means the value of the class around it, or {@code PT1H}, the shortest that clients
   * assume (clients).
   */
  String systemTokenTtl() default "";

  /**
   * How the sandbox answers; at most one.
   *
   * <p>Own dialects come from a {@link #config} file; {@link DialectSweep} runs one test in
   * several. The default is the value of the class around it, or {@link Dialect#LENIENT}.
   */
  Dialect[] dialect() default {};

  /** What is behind the login; {@link ProtectedResource} beside this annotation does the same. */
  ProtectedResource[] resources() default {};

  /**
   * How long the sandbox lives.
   *
   * <p>The default is the value of the class around it, or {@link Lifecycle#PER_CLASS}. A nested
   * class or a method with another lifecycle than the class around it has another sandbox.
   */
  Lifecycle lifecycle() default Lifecycle.INHERITED;

  /** The number of wrong passwords in a row that locks a user; 0 for never. Needs lockFor. */
  int lockAfter() default 0;

  /** How long a user stays locked, as an ISO-8601 duration by the sandbox clock. */
  String lockFor() default "";

  /** Whether state is reset before each test. */
  boolean reset() default true;

  /**
   * Whether a test fails if calls came that the sandbox does not know, or if a resource was never
   * asked for that is not {@link ProtectedResource#optional() optional}.
   *
   * <p>Calls in {@code @BeforeEach} count, those in {@code @AfterEach} do not. Needs {@link
   * #reset()}.
   */
  boolean strict() default false;

  /** The TCP port on loopback, or 0 for any that is free. */
  int port() default 0;

  /** The maximum number of exchanges in the journal, or 0 for 10,000. */
  int journalCapacity() default 0;

  /** Whether the sandbox accepts TLS only. */
  boolean https() default false;

  /**
   * Names in its certificate besides {@code localhost}, {@code 127.0.0.1} and {@code ::1}.
   *
   * <p>The sandbox still listens on loopback only: the client has to resolve the name to it.
   */
  String[] hostNames() default {};

  /**
   * Whether the sandbox accepts HTTP/2 besides HTTP/1.1.
   *
   * <p>Off by default: no source shows that BigID accepts it, and connection faults are exact to
   * the byte over HTTP/1.1 only.
   */
  boolean http2() default false;

  /**
   * Origins whose pages in browsers may call the sandbox, such as {@code http://localhost:3000};
   * {@code *} for any. Their preflights are answered, and are not in the journal.
   */
  String[] corsOrigins() default {};
}
