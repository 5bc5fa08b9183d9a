package com.example.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where BigID is and who we are there.
 *
 * @param baseUrl ends in {@code /api/v1}
 * @param userToken is exchanged for system tokens
 * @param margin how long before its expiry a system token is renewed
 */
@ConfigurationProperties("bigid")
record BigIdProperties(String baseUrl, String userToken, @DefaultValue("30s") Duration margin) {}
