package io.github.bigidtestkit.samples.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What BigID answers to a renewal. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Renewed(String systemToken) {}
