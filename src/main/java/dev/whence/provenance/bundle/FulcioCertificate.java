package dev.whence.provenance.bundle;

import dev.whence.provenance.MalformedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a Fulcio certificate states (Fulcio's oid-info.md). */
public final class FulcioCertificate {

  /** From 8 on, the value is a DER UTF8String. */
  private static final int FIRST_DER_EXTENSION = 8;

  private FulcioCertificate() {}

  static Signer.Certificate read(Bundle.Material.Certificates certificates)
      throws MalformedException {
    byte[] der = certificates.chain().getFirst();
    X509Certificate certificate = certificates.leaf() == null ? parsed(der) : certificates.leaf();
    Map<Integer, String> extensions = new TreeMap<>();
    for (FulcioExtension known : FulcioExtension.values()) {
      byte @Nullable [] value = certificate.getExtensionValue(FulcioExtension.oid(known.number()));
      if (value != null) {
        extensions.put(known.number(), text(octets(value), known.number()));
      }
    }
    @Nullable String issuer = extensions.get(8);
    return new Signer.Certificate(
        identity(certificate),
        issuer == null ? extensions.get(1) : issuer,
        extensions,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        Base64.getEncoder().encodeToString(der));
  }

  /**
   * A certificate in DER, and nothing else. The JDK also reads PEM, ignores bytes after the
   * certificate, and accepts a signature that ends within an octet; no signature covers these
   * differences.
   */
  public static X509Certificate parse(byte[] der) throws CertificateException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    if (!Arrays.equals(certificate.getEncoded(), der)) {
      throw new CertificateException("it is not in DER, or more than a certificate");
    }
    if (der[der.length - certificate.getSignature().length - 1] != 0) {
      throw new CertificateException("its signature has unused bits");
    }
    return certificate;
  }

  /** The same; absent if it is not a certificate. */
  static @Nullable X509Certificate parseOrNull(byte[] der) {
    try {
      return parse(der);
    } catch (CertificateException unreadable) {
      return null;
    }
  }

  private static X509Certificate parsed(byte[] der) throws MalformedException {
    try {
      return parse(der);
    } catch (CertificateException e) {
      throw new MalformedException("the certificate cannot be read: " + e.getMessage());
    }
  }

  private static String identity(X509Certificate certificate) throws MalformedException {
    try {
      @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null || names.isEmpty()) {
        throw new MalformedException("the certificate names nobody (no SAN)");
      }
      if (names.size() > 1) {
        throw new MalformedException("the certificate names more than one signer");
      }
      Object name = names.iterator().next().get(1);
      return name instanceof byte[] other ? "otherName:" + otherName(other) : name.toString();
    } catch (CertificateException e) {
      throw new MalformedException("the certificate's SAN cannot be read: " + e.getMessage());
    }
  }

  private static String otherName(byte[] der) {
    return HexFormat.of().formatHex(der);
  }

  private static String text(byte[] value, int number) throws MalformedException {
    byte[] content = number < FIRST_DER_EXTENSION ? value : utf8String(value);
    return new String(content, StandardCharsets.UTF_8);
  }

  private static byte[] octets(byte[] value) throws MalformedException {
    return content(value, 0x04);
  }

  private static byte[] utf8String(byte[] value) throws MalformedException {
    return content(value, 0x0c);
  }

  /** The content of one DER value of the given tag that fills {@code der}. */
  private static byte[] content(byte[] der, int tag) throws MalformedException {
    Der.@Nullable Value value = Der.Value.at(der, 0);
    if (value == null || value.tag() != tag || value.end() != der.length) {
      throw new MalformedException("a certificate extension has an unexpected form");
    }
    return value.content();
  }
}
