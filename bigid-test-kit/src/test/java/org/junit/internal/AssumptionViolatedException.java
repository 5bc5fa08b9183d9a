package org.junit.internal;

/** Stands for JUnit 4's, which Jupiter knows by its name. */
public class AssumptionViolatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
