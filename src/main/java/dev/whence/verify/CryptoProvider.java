package dev.whence.verify;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;

/**
 * Chooses who computes: Amazon Corretto Crypto Provider where its native library loads, about ten
 * times the JDK's rate for ECDSA, else the JDK. Verdicts are the same.
 */
public final class CryptoProvider {

  private static final String NAME = install();

  private CryptoProvider() {}

  /** Makes sure that the choice is made; gives the name of the chosen provider. */
  public static String name() {
    return NAME;
  }

  private static String install() {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    if (provider.getLoadingError() != null) {
      return Security.getProviders("Signature.SHA256withECDSA")[0].getName();
    }
    Security.insertProviderAt(provider, 1);
    return provider.getName();
  }
}
