package dev.whence.bench;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A crypto provider that hands each verification on to the next one and tells of the good ones. */
final class ListeningProvider extends Provider {

  private static final String[] ALGORITHMS = {"SHA256withECDSA", "SHA384withECDSA"};

  private final transient Consumer<RecordedSignatures.Verification> listener;

  ListeningProvider(Consumer<RecordedSignatures.Verification> listener) {
    super("Listening", "1", "tells what is verified");
    this.listener = listener;
    for (String algorithm : ALGORITHMS) {
      putService(new Listened(this, algorithm, next(algorithm)));
    }
  }

  private static Provider next(String algorithm) {
    try {
      return Signature.getInstance(algorithm).getProvider();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Listened extends Service {
    private final ListeningProvider listening;
    private final Provider next;

    Listened(ListeningProvider listening, String algorithm, Provider next) {
      super(listening, "Signature", algorithm, Tap.class.getName(), null, null);
      this.listening = listening;
      this.next = next;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
      return new Tap(Signature.getInstance(getAlgorithm(), next), listening.listener);
    }

    @Override
    public boolean supportsParameter(@Nullable Object parameter) {
      return true;
    }
  }

  private static final class Tap extends SignatureSpi {
    private final Signature signature;
    private final Consumer<RecordedSignatures.Verification> listener;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable PublicKey key;

    Tap(Signature signature, Consumer<RecordedSignatures.Verification> listener) {
      this.signature = signature;
      this.listener = listener;
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
      signature.initVerify(publicKey);
      key = publicKey;
      message.reset();
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
      signature.update(b);
      message.write(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
      signature.update(bytes, offset, length);
      message.write(bytes, offset, length);
    }

    @Override
    protected boolean engineVerify(byte[] bytes) throws SignatureException {
      boolean valid = signature.verify(bytes);
      if (valid && key != null) {
        listener.accept(
            new RecordedSignatures.Verification(
                signature.getAlgorithm(), key, message.toByteArray(), bytes));
      }
      return valid;
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) {
      throw new UnsupportedOperationException("it only verifies");
    }

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException("it only verifies");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String parameter, Object value) {
      throw new UnsupportedOperationException("it has no parameters");
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String parameter) {
      throw new UnsupportedOperationException("it has no parameters");
    }
  }
}
