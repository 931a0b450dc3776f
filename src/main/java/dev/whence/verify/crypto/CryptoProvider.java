package dev.whence.verify.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.Security;

/**
 * Chooses the crypto library: Amazon Corretto Crypto Provider if its native library loads, with
 * about ten times the JDK's rate for ECDSA, else the JDK. Verdicts are the same. The system
 * property {@code whence.crypto=jdk} forces the JDK.
 */
public final class CryptoProvider {

  private static final String NAME = install();

  private CryptoProvider() {}

  /** Makes sure that the choice is made; gives the name of the chosen provider. */
  public static String name() {
    return NAME;
  }

  private static String install() {
    boolean corretto = !"jdk".equals(System.getProperty("whence.crypto")) && installsCorretto();
    return corretto
        ? AmazonCorrettoCryptoProvider.PROVIDER_NAME
        : Security.getProviders("Signature.SHA256withECDSA")[0].getName();
  }

  /** False if the native library is missing, is for another platform, or fails its own tests. */
  private static boolean installsCorretto() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      // Runs its self-tests now. On the virtual threads of a crawl they could hang: all carriers
      // would wait for classes that a thread without a carrier loads.
      if (provider.getLoadingError() != null || provider.runSelfTests() != SelfTestStatus.PASSED) {
        return false;
      }
      Security.insertProviderAt(provider, 1);
      return true;
    } catch (LinkageError unusable) {
      return false;
    }
  }
}
