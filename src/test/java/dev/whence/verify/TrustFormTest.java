package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trust material that lacks a bound is refused as a whole, with the place; none is unbounded. */
class TrustFormTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final GeneratedTrust trust = new GeneratedTrust();

  /** A place in the trusted root, a member, its new value ({@code absent} to remove it). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|mediaType|absent|mediaType is missing",
        "''|mediaType|\"application/json\"|mediaType is unknown",
        "''|tlogs|{}|tlogs is missing or not an array",
        "''|certificate_authorities|[]|the trusted root has no member certificate_authorities",
        "/tlogs/0/publicKey|validFor|absent|tlogs[0].publicKey.validFor is missing",
        "/tlogs/1/publicKey|validFor|null|tlogs[1].publicKey.validFor is missing",
        "/tlogs/0/publicKey/validFor|start|absent|tlogs[0].publicKey.validFor.start is missing",
        "/tlogs/0/publicKey/validFor|start|null|tlogs[0].publicKey.validFor.start is missing",
        "/tlogs/0/publicKey/validFor|start|\"\"|tlogs[0].publicKey.validFor.start is missing",
        "/tlogs/0/publicKey/validFor|start|\"soon\"|validFor.start is not a time",
        "/tlogs/0/publicKey/validFor|start|5|start is not text",
        "/tlogs/0/publicKey/validFor|end|\"2021-12-31T00:00:00Z\"|validFor.end is before its start",
        "/tlogs/0/publicKey/validFor|end|7|end is not text",
        "/tlogs/0/publicKey/validFor|until|\"2023-01-01T00:00:00Z\"|has no member until",
        "/tlogs/0/publicKey|keyDetails|absent|tlogs[0].publicKey.keyDetails does not name",
        "/tlogs/0/publicKey|keyDetails|\"PKIX_ED25519\"|tlogs[0].publicKey.keyDetails does not",
        "/tlogs/0/publicKey|keyDetails|\"PKIX_RSA_PSS_2048_SHA256\"|keyDetails does not name",
        "/tlogs/0/publicKey|rawBytes|absent|rawBytes is missing",
        "/tlogs/0/publicKey|rawBytes|\"AAAA\"|tlogs[0].publicKey.rawBytes is no key",
        "/tlogs/0|publicKey|absent|tlogs[0].publicKey is missing",
        "/tlogs/0|hashAlgorithm|absent|tlogs[0].hashAlgorithm is not SHA2_256",
        "/tlogs/0|hashAlgorithm|\"SHA2_512\"|tlogs[0].hashAlgorithm is not SHA2_256",
        "/tlogs/0|logId|absent|tlogs[0].logId is missing",
        "/tlogs/0/logId|keyId|\"AAAA\"|tlogs[0].logId is not that of its key",
        "/tlogs/1|baseUrl|\"https://log.example\"|tlogs[1].logId is not that of its key",
        "/tlogs/0|baseUrl|absent|baseUrl is missing",
        "/ctlogs/0/publicKey|validFor|absent|ctlogs[0].publicKey.validFor is missing",
        "/ctlogs/0/logId|keyId|\"AAAA\"|ctlogs[0].logId is not that of its key",
        "/certificateAuthorities/0|validFor|absent|certificateAuthorities[0].validFor is missing",
        "/certificateAuthorities/1/validFor|start|absent|certificateAuthorities[1].validFor.start",
        "/certificateAuthorities/1/validFor|end|\"2001-01-01T00:00:00Z\"|validFor.end is before",
        "/certificateAuthorities/0|certChain|absent|certificateAuthorities[0].certChain is missing",
        "/certificateAuthorities/0/certChain|certificates|[]|certificates is empty",
        "/certificateAuthorities/0/certChain|certificates|[7]|certificates is missing or not",
        "/certificateAuthorities/0|valid_for|{}|certificateAuthorities[0] has no member valid_for",
        "/timestampAuthorities/0|validFor|absent|timestampAuthorities[0].validFor is missing",
        "/timestampAuthorities/0/validFor|start|absent|timestampAuthorities[0].validFor.start is"
      })
  void shouldRefuseATrustedRootWithoutABound(
      String pointer, String member, String value, String reason) throws IOException {
    JsonNode root = MAPPER.readTree(trust.sigstore().trustedRoot());
    change(root.at(pointer), member, value);
    refused(root, MAPPER.readTree(trust.sigstore().npmKeys()), reason);
  }

  @ParameterizedTest
  @CsvSource({"tlogs, tlogs[2].logId is listed twice", "ctlogs, ctlogs[1].logId is listed twice"})
  void shouldRefuseALogThatIsListedTwice(String list, String reason) throws IOException {
    JsonNode root = MAPPER.readTree(trust.sigstore().trustedRoot());
    JsonNode again = root.at("/" + list + "/0").deepCopy();
    ((ObjectNode) again.at("/publicKey/validFor")).put("start", "2001-01-01T00:00:00Z");
    ((ArrayNode) root.path(list)).add(again);
    refused(root, MAPPER.readTree(trust.sigstore().npmKeys()), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|keys|{}|keys is missing or not an array",
        "''|keys|[]|lists no key",
        "/keys/0/publicKey|validFor|absent|keys[0].publicKey.validFor is missing",
        "/keys/0/publicKey/validFor|start|absent|keys[0].publicKey.validFor.start is missing",
        "/keys/0/publicKey/validFor|start|null|keys[0].publicKey.validFor.start is missing",
        "/keys/0/publicKey/validFor|end|\"1999-01-01T00:00:00Z\"|validFor.end is before its start",
        "/keys/0/publicKey/validFor|End|\"1999-01-01T00:00:00Z\"|has no member End",
        "/keys/0/publicKey|keyDetails|\"PKIX_ECDSA_P384_SHA_384\"|keyDetails does not name",
        "/keys/0/publicKey|keyDetails|absent|keys[0].publicKey.keyDetails does not name",
        "/keys/0/publicKey|rawBytes|\"AAAA\"|keys[0].publicKey.rawBytes is no key",
        "/keys/0|keyId|absent|keyId is missing",
        "/keys/0|keyUsage|absent|keyUsage is missing",
        "/keys/0|keyUsage|[]|keyUsage is missing",
        "/keys/0|key|\"AAAA\"|both publicKey and key",
        "/keys/2|keyId|FIRST|two keys have the id"
      })
  void shouldRefuseNpmsKeysWithoutABound(String pointer, String member, String value, String reason)
      throws IOException {
    JsonNode keys = MAPPER.readTree(trust.sigstore().npmKeys());
    change(
        keys.at(pointer),
        member,
        value.equals("FIRST") ? keys.at("/keys/0/keyId").toString() : value);
    refused(MAPPER.readTree(trust.sigstore().trustedRoot()), keys, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expires|absent|keys[0].expires is missing",
        "expires|7|expires is not text",
        "expires|\"never\"|keys[0].expires is not a time",
        "keytype|\"ssh-rsa\"|keys[0].keytype is not ecdsa-sha2-nistp256",
        "scheme|absent|scheme is missing",
        "key|\"AAAA\"|keys[0].key is no key",
        "keyid|absent|keyid is missing"
      })
  void shouldRefuseTheRegistrysKeysWithoutABound(String member, String value, String reason)
      throws IOException {
    JsonNode keys = MAPPER.readTree(trust.sigstore().registryKeys());
    change(keys.at("/keys/0"), member, value);
    refused(MAPPER.readTree(trust.sigstore().trustedRoot()), keys, reason);
  }

  /** The registry names no start, and says null where a key has no end. */
  @Test
  void shouldTakeTheRegistrysKeys() throws TrustException {
    assertThat(
            TrustMaterial.parse(
                    trust.sigstore().trustedRoot(),
                    trust.sigstore().registryKeys(),
                    "a generated Sigstore",
                    GeneratedTrust.SIGNED_AT)
                .description()
                .origin())
        .isEqualTo("a generated Sigstore");
  }

  private static void change(JsonNode node, String member, String value)
      throws JsonProcessingException {
    ObjectNode object = (ObjectNode) node;
    if (value.equals("absent")) {
      object.remove(member);
    } else {
      object.set(member, MAPPER.readTree(value));
    }
  }

  private static void refused(JsonNode root, JsonNode keys, String reason) {
    assertThatThrownBy(
            () ->
                TrustMaterial.parse(
                    root.toString().getBytes(StandardCharsets.UTF_8),
                    keys.toString().getBytes(StandardCharsets.UTF_8),
                    "a file",
                    GeneratedTrust.SIGNED_AT))
        .isInstanceOf(TrustException.class)
        .hasMessageContaining(reason);
  }
}
