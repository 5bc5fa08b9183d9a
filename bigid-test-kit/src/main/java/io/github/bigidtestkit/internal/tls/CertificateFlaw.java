package io.github.bigidtestkit.internal.tls;

/** What is wrong with the certificate that a server shows. */
public enum CertificateFlaw {
  /** Nothing. */
  NONE,
  /** It expired a day ago. */
  EXPIRED,
  /** It will be valid in a day. */
  NOT_YET_VALID,
  /** It is for a host of another name. */
  WRONG_HOST,
  /** It is signed by an authority that nobody knows. */
  UNTRUSTED
}
