package com.example.catalog;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

// region annotation
/** A test of the whole application, which talks to a sandbox. All share one of each. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "bigid.base-url=${bigid.sandbox.base-url}",
      "bigid.user-token=${bigid.sandbox.user-token}",
      "bigid.pause=1ms"
    })
@BigIdSandbox(lifecycle = Lifecycle.SHARED, dialect = Dialect.DEPLOYMENT)
@ProtectedResource(
    path = "/ds-connections",
    json =
        """
        {
          "status": "success",
          "statusCode": 200,
          "data": {"ds_connections": [{"name": "hr", "type": "rdb-mysql"}]}
        }
        """)
@Import(SandboxTime.class)
@interface CatalogTest {}
// endregion
