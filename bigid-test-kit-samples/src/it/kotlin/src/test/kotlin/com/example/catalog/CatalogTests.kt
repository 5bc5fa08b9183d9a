package com.example.catalog

// region kotlin
import io.github.bigidtestkit.Dialect
import io.github.bigidtestkit.FakeBigId
import io.github.bigidtestkit.SandboxConfig
import io.github.bigidtestkit.User
import io.github.bigidtestkit.assertj.BigIdAssertions.assertThat
import io.github.bigidtestkit.junit.BaseUrl
import io.github.bigidtestkit.junit.BigIdSandboxExtension
import io.github.bigidtestkit.junit.Defective
import io.github.bigidtestkit.junit.UserToken
import io.github.bigidtestkit.token.TokenDefect
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

private const val DATA_SOURCES =
    """{"status":"success","statusCode":200,"data":{"ds_connections":[{"name":"hr","type":"rdb-mysql"}]}}"""

/** The kit in Kotlin: registered in a companion object, with tests that suspend. */
class CatalogTests {

  companion object {
    @JvmField
    @RegisterExtension
    val SANDBOX =
        BigIdSandboxExtension(
            SandboxConfig.builder()
                .dialect(Dialect.DEPLOYMENT)
                .users(User.of("alice", "s3cret").withPermissions("permission.tasks.edit"))
                .protect("GET", "/ds-connections", "permission.tasks.edit", DATA_SOURCES)
                .build())
  }

  @Test
  fun `lists data sources`(@BaseUrl baseUrl: URI, @UserToken token: String) {
    val systemToken = exchange(baseUrl, token)
    assertThat(get(baseUrl, "/ds-connections", systemToken).body()).isEqualTo(DATA_SOURCES)
  }

  @Test
  fun `an expired token is refused`(
      @BaseUrl baseUrl: URI,
      @UserToken @Defective(TokenDefect.EXPIRED) token: String,
  ) {
    assertThat(get(baseUrl, "/refresh-access-token", token).statusCode()).isEqualTo(401)
  }

  @Test
  suspend fun `many coroutines share a token`(
      bigId: FakeBigId,
      @BaseUrl baseUrl: URI,
      @UserToken token: String,
  ) {
    val systemToken = exchange(baseUrl, token)
    coroutineScope {
      repeat(16) {
        launch {
          assertThat(getLater(baseUrl, "/ds-connections", systemToken).statusCode()).isEqualTo(200)
        }
      }
    }
    assertThat(bigId).refreshedOnce()
  }

  @Nested
  inner class `Without a permission` {

    @BeforeEach
    fun `take it away`(bigId: FakeBigId) {
      bigId.users().change("alice") { it.withPermissions() }
    }

    @Test
    suspend fun `the catalog is closed`(@BaseUrl baseUrl: URI, @UserToken token: String) {
      val answer = getLater(baseUrl, "/ds-connections", exchange(baseUrl, token))
      assertThat(answer.statusCode()).isEqualTo(403)
    }
  }

  private fun exchange(baseUrl: URI, userToken: String): String =
      get(baseUrl, "/refresh-access-token", userToken)
          .body()
          .substringAfter("\"systemToken\":\"")
          .substringBefore('"')

  private fun get(baseUrl: URI, path: String, token: String): HttpResponse<String> =
      HttpClient.newHttpClient().send(request(baseUrl, path, token), BodyHandlers.ofString())

  private suspend fun getLater(baseUrl: URI, path: String, token: String): HttpResponse<String> =
      HttpClient.newHttpClient()
          .sendAsync(request(baseUrl, path, token), BodyHandlers.ofString())
          .await()

  private fun request(baseUrl: URI, path: String, token: String): HttpRequest =
      HttpRequest.newBuilder(URI.create("$baseUrl$path")).header("Authorization", token).build()
}
// endregion
