package io.github.bigidtestkit;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What can be said of a resource: of a {@link Resource} as a value, and of one that is registered.
 *
 * @param <T> the type that each method returns, with the change
 */
public interface ResourceSpec<T> {

  /** Any change. Values return a changed copy; what is registered is replaced as a whole. */
  T change(UnaryOperator<Resource> change);

  /** Requires a permission of the user of the token. */
  default T requires(String permission) {
    return change(resource -> resource.withPermission(permission));
  }

  /** Matches only calls with that parameter in the query; of several values the first counts. */
  default T whenQuery(String name, String value) {
    return change(resource -> resource.withQuery(name, value));
  }

  /** Matches only calls with that header; its name in any case. */
  default T whenHeader(String name, String value) {
    return change(resource -> resource.withHeader(name, value));
  }

  /**
   * Answers each call with status 200 and a body in JSON.
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  default T answers(String json) {
    return answers(Answer.json(json));
  }

  /**
   * Answers each call with a status and a body in JSON.
   *
   * @throws IllegalArgumentException if it is not JSON, or the status is out of range
   */
  default T answers(int status, String json) {
    return answers(Answer.json(json).withStatus(status));
  }

  /** Answers each call so. */
  default T answers(Answer answer) {
    return change(resource -> resource.withAnswers(List.of(answer), false));
  }

  /** Answers so once the answers before were given, one a call; the last one is repeated. */
  default T thenAnswers(String json) {
    return thenAnswers(Answer.json(json));
  }

  /** As {@link #thenAnswers(String)}, with a status. */
  default T thenAnswers(int status, String json) {
    return thenAnswers(Answer.json(json).withStatus(status));
  }

  /** As {@link #thenAnswers(String)}, with any answer. */
  default T thenAnswers(Answer answer) {
    return change(resource -> resource.withAnswer(answer));
  }

  /** Refuses calls after the last answer, as if nothing was registered, instead of repeating it. */
  default T thenEnds() {
    return change(resource -> resource.withAnswers(resource.answers(), true));
  }

  /**
   * Answers with a part of a list: {@code {name:[…]}}, without the first {@code skip} items and
   * with at most {@code limit}, which are parameters of the query (connector). Both can be left
   * out. Other values than numbers from 0 on are answered with status 400, which is the kit's
   * choice.
   *
   * @param items maps, lists, texts, numbers and booleans
   */
  default T pages(String name, List<?> items) {
    return answersWith(new Pages(name, items));
  }

  /**
   * Answers as a function says. It is called on an I/O thread, so it must be quick, and maybe by
   * several threads at once. What it throws fails the test, and the call is answered with 500.
   */
  default T answersWith(Function<? super ResourceRequest, Answer> function) {
    return change(resource -> resource.withFunction(function));
  }

  /** A strict sandbox accepts that no call asks for it. */
  default T asOptional() {
    return change(Resource::withoutDuty);
  }
}
