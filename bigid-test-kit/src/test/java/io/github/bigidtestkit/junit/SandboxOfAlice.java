package io.github.bigidtestkit.junit;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation as users compose it: not inherited, which must not matter. */
@Retention(RetentionPolicy.RUNTIME)
@BigIdSandbox(
    users = @SandboxUser(username = "alice", password = "s3cret", permissions = "READ"),
    systemTokenTtl = "PT15M")
@ProtectedResource(path = "/things", permission = "READ", json = "[1]")
public @interface SandboxOfAlice {}
