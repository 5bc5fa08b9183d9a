package io.github.bigidtestkit.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds code and OpenAPI document together, in both directions. */
class DocumentTests {

  private final Remote remote =
      new Remote(
          SandboxConfig.builder()
              .user("alice", "s3cret")
              .lockout(1, Duration.ofMinutes(1))
              .protect("GET", "/a", "P", "{}")
              .build());
  private String document;
  private OpenAPI openApi;
  private OpenApiInteractionValidator validator;
  private final Set<String> tried = new TreeSet<>();

  @BeforeEach
  void read() {
    document = Http.send(remote.open("/openapi.yaml").build()).body();
    openApi = new OpenAPIV3Parser().readContents(document).getOpenAPI();
    validator = OpenApiInteractionValidator.createForInlineApiSpecification(document).build();
  }

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void the_document_is_one_without_complaints() {
    assertThat(new OpenAPIV3Parser().readContents(document).getMessages()).isEmpty();
  }

  @Test
  void code_and_document_know_the_same_calls_parameters_and_locks() {
    List<String> documented = new ArrayList<>();
    openApi
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> documented.add(line(method, path, operation))));
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(documentedRoutes().map(DocumentTests::line).toList());
  }

  private static String line(HttpMethod method, String path, Operation operation) {
    List<String> query =
        Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
            .filter(each -> "query".equals(each.getIn()))
            .map(Parameter::getName)
            .toList();
    boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
    return "%s %s %s%s".formatted(method, path, query, open ? " open" : "");
  }

  /** All but the prefix itself, which leads to the page: documents can't name an empty path. */
  private static Stream<Route> documentedRoutes() {
    return Route.ALL.stream().filter(route -> !route.path().isEmpty());
  }

  private static String line(Route route) {
    return "%s %s %s%s"
        .formatted(route.method(), route.path(), route.parameters(), route.isOpen() ? " open" : "");
  }

  /** What linters of such documents ask for. */
  @Test
  void every_call_is_described_has_a_known_tag_and_can_be_refused() {
    List<String> tags = openApi.getTags().stream().map(Tag::getName).toList();
    openApi
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperations()
                    .forEach(
                        operation -> {
                          assertThat(operation.getSummary()).as(path).isNotBlank();
                          assertThat(operation.getDescription()).as(path).isNotBlank();
                          assertThat(operation.getTags()).as(path).hasSize(1).isSubsetOf(tags);
                          assertThat(operation.getResponses()).containsKeys("4XX", "5XX");
                        }));
    assertThat(openApi.getInfo().getLicense().getName()).isEqualTo("Apache-2.0");
    assertThat(openApi.getInfo().getContact().getUrl()).isNotBlank();
  }

  @Test
  void the_document_names_the_endpoints_that_there_are() {
    assertThat(openApi.getComponents().getSchemas().get("Endpoint").getEnum().toString())
        .isEqualTo(List.of(Endpoint.values()).toString());
  }

  @Test
  void every_call_is_answered_as_the_document_says() {
    fits(200, "GET", "/state", "/state", "");
    fits(200, "GET", "/choices", "/choices", "");
    fits(200, "GET", "/dialect", "/dialect", "");
    fits(200, "PUT", "/dialect", "/dialect", "\"DEPLOYMENT\"");
    fits(400, "PUT", "/dialect", "/dialect", "{\"name\":\"acme\",\"unverified\":[\"slash\"]}");
    fits(200, "PUT", "/dialect", "/dialect", "{\"name\":\"acme\",\"exchangeMethods\":[\"PUT\"]}");
    fits(200, "GET", "/state", "/state", "");
    fits(200, "PUT", "/dialect", "/dialect", "\"LENIENT\"");
    fits(200, "GET", "/clock", "/clock", "");
    fits(200, "PUT", "/clock", "/clock", "{\"instant\":\"2030-01-31T12:00:00Z\",\"frozen\":true}");
    fits(200, "POST", "/clock/advance", "/clock/advance", "{\"by\":\"PT1M\"}");
    fits(200, "POST", "/clock/reset", "/clock/reset", "");
    users();
    tokens();
    faultsAndResources();
    journal();
    fits(204, "POST", "/reset", "/reset", "");
    for (String file : List.of("/", "/page.css", "/page.js", "/icon.svg", "/openapi.yaml")) {
      fits(200, "GET", file, file, "");
    }
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            documentedRoutes().map(route -> route.method() + " " + route.path()).toList());
  }

  private void users() {
    fits(200, "GET", "/users", "/users", "");
    fits(200, "GET", "/users/{username}", "/users/alice", "");
    fits(
        201, "PUT", "/users/{username}", "/users/bob", "{\"password\":\"pw\",\"roleIds\":[\"r\"]}");
    fits(200, "PUT", "/users/{username}", "/users/bob", "{\"password\":\"pw\"}");
    fits(200, "PATCH", "/users/{username}", "/users/bob", "{\"locked\":true}");
    fits(204, "DELETE", "/users/{username}", "/users/bob", "");
    fits(404, "GET", "/users/{username}", "/users/bob", "");
    Http.login(remote.bigId, "alice", "wrong");
    fits(200, "GET", "/users", "/users", "");
  }

  private void tokens() {
    for (TokenDefect defect : TokenDefect.values()) {
      fits(
          201,
          "POST",
          "/tokens",
          "/tokens",
          "{\"kind\":\"USER\",\"defect\":\"%s\"}".formatted(defect));
    }
    String made =
        fits(201, "POST", "/tokens", "/tokens", "{\"kind\":\"SYSTEM\",\"validFor\":\"PT1M\"}")
            .body();
    String token =
        Remote.json(remote.post("/tokens", "{\"kind\":\"USER\"}")).path("token").asText();
    assertThat(made).contains("token");
    fits(204, "POST", "/tokens/revoke", "/tokens/revoke", "{\"token\":\"%s\"}".formatted(token));
    fits(200, "POST", "/tokens/expire", "/tokens/expire", "{\"kind\":\"SYSTEM\"}");
    fits(204, "DELETE", "/tokens", "/tokens?kind=USER", "");
    fits(400, "POST", "/tokens", "/tokens", "{\"kind\":\"SYSTEM\",\"validFor\":\"PT0S\"}");
  }

  private void faultsAndResources() {
    fits(
        201,
        "POST",
        "/faults",
        "/faults",
        "{\"status\":503,\"retryAfter\":\"PT1S\",\"times\":1,\"for\":\"PT9M\"}");
    fits(200, "GET", "/faults", "/faults", "");
    fits(200, "GET", "/faults/{number}", "/faults/1", "");
    fits(204, "DELETE", "/faults/{number}", "/faults/1", "");
    fits(404, "DELETE", "/faults/{number}", "/faults/1", "");
    fits(204, "DELETE", "/faults", "/faults", "");
    fits(400, "POST", "/faults", "/faults", "{\"fault\":\"CONNECTION_REFUSED\"}");
    fits(200, "GET", "/resources", "/resources", "");
    fits(201, "PUT", "/resources", "/resources", "{\"path\":\"/b\",\"json\":[1]}");
    fits(200, "PUT", "/resources", "/resources", "{\"path\":\"/b\",\"json\":\"[]\"}");
    fits(204, "DELETE", "/resources", "/resources?method=GET&path=/b", "");
  }

  private void journal() {
    Http.refresh(remote.bigId, remote.bigId.tokens().userToken("alice"));
    Http.refresh(remote.bigId, remote.bigId.tokens().userToken("alice", TokenDefect.NOT_YET_VALID));
    Http.refresh(remote.bigId, "no token");
    Http.call(remote.bigId, "GET", "/x?y=z");
    remote.bigId.faults().inject(FaultKind.SERVICE_UNAVAILABLE).times(1).start();
    Http.login(remote.bigId, "alice", "s3cret");
    fits(200, "GET", "/journal", "/journal?since=0&limit=100", "");
    fits(200, "GET", "/journal/timeline", "/journal/timeline", "");
    fits(200, "GET", "/journal/report", "/journal/report", "");
    fits(204, "DELETE", "/journal", "/journal", "");
  }

  private HttpResponse<String> fits(
      int status, String method, String template, String path, String body) {
    HttpResponse<String> answer = remote.call(method, path, body);
    String what = method + " " + path + " " + body + ": " + answer.body();
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
    tried.add(method + " " + template);
    assertThat(complaints(method, path, body, answer)).as(what).isEmpty();
    return answer;
  }

  private List<String> complaints(
      String method, String path, String body, HttpResponse<String> answer) {
    String bare = ControlServer.PREFIX + path.replaceFirst("\\?.*", "");
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(method, bare).withHeader("Authorization", "Bearer x");
    for (String pair :
        path.contains("?") ? path.replaceFirst(".*\\?", "").split("&", -1) : new String[0]) {
      request.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst(".*=", ""));
    }
    if (!body.isEmpty()) {
      request.withBody(body).withContentType("application/json");
    }
    var response = SimpleResponse.Builder.status(answer.statusCode());
    if (!answer.body().isEmpty()) {
      response.withBody(answer.body());
    }
    answer.headers().map().forEach(response::withHeader);
    List<String> complaints = new ArrayList<>();
    for (ValidationReport report :
        List.of(
            validator.validateRequest(request.build()),
            validator.validateResponse(bare, Method.valueOf(method), response.build()))) {
      report
          .getMessages()
          .forEach(message -> complaints.add(message.getKey() + ": " + message.getMessage()));
    }
    return complaints;
  }

  /** Without this, a validator that passes everything would pass here too. */
  @Test
  void the_validator_refuses_what_the_document_does_not_say() {
    var wrong = SimpleResponse.Builder.status(200).withContentType("application/json");
    var report =
        validator.validateResponse(
            "/__sandbox/clock", Method.GET, wrong.withBody("{\"instant\":1}").build());
    assertThat(report.getMessages())
        .extracting(ValidationReport.Message::getKey)
        .contains(
            "validation.response.body.schema.required", "validation.response.body.schema.type");
    var request =
        SimpleRequest.Builder.post("/__sandbox/tokens").withContentType("application/json");
    assertThat(
            validator.validateRequest(request.withBody("{\"kind\":\"ANY\"}").build()).getMessages())
        .extracting(ValidationReport.Message::getKey)
        .contains("validation.request.body.schema.enum");
  }
}
