package dev.whence.verify;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.sigstore.fulcio.client.FulcioVerificationException;
import dev.sigstore.fulcio.client.FulcioVerifier;
import dev.sigstore.json.ProtoJson;
import dev.sigstore.proto.ProtoMutators;
import dev.sigstore.proto.bundle.v1.Bundle;
import dev.sigstore.proto.bundle.v1.VerificationMaterial;
import dev.sigstore.proto.common.v1.RFC3161SignedTimestamp;
import dev.sigstore.proto.common.v1.X509Certificate;
import dev.sigstore.proto.rekor.v1.TransparencyLogEntry;
import dev.sigstore.rekor.client.RekorVerificationException;
import dev.sigstore.rekor.client.RekorVerifier;
import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampVerificationException;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** What sigstore-java says of a bundle, part by part: the reason against it, empty for none. */
final class SigstoreJavaParts {

  private final FulcioVerifier fulcio;
  private final RekorVerifier rekor;
  private final TimestampVerifier timestamps;

  SigstoreJavaParts(byte[] trustedRoot) {
    try {
      SigstoreTrustedRoot root = SigstoreTrustedRoot.from(new ByteArrayInputStream(trustedRoot));
      fulcio = FulcioVerifier.newFulcioVerifier(root);
      rekor = RekorVerifier.newRekorVerifier(root);
      timestamps = TimestampVerifier.newTimestampVerifier(root);
    } catch (SigstoreConfigurationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Throws where its parser refuses the text. */
  static Bundle parse(String bundle) throws InvalidProtocolBufferException {
    Bundle.Builder builder = Bundle.newBuilder();
    ProtoJson.parser().merge(bundle, builder);
    return builder.build();
  }

  /** The certificate's chain and its SCT. */
  String certificate(Bundle bundle) {
    VerificationMaterial material = bundle.getVerificationMaterial();
    List<X509Certificate> chain = new ArrayList<>();
    if (material.hasCertificate()) {
      chain.add(material.getCertificate());
    } else {
      chain.addAll(material.getX509CertificateChain().getCertificatesList());
    }
    try {
      fulcio.verifySigningCertificate(ProtoMutators.toCertPath(chain));
      return "";
    } catch (FulcioVerificationException
        | IOException
        | GeneralSecurityException
        | RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Promise, proof and checkpoint of the entry. */
  String logEntry(TransparencyLogEntry entry) {
    try {
      rekor.verifyEntry(ProtoMutators.toRekorEntry(entry));
      return "";
    } catch (RekorVerificationException | RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** All RFC 3161 timestamps over the signature. */
  String timestamps(Bundle bundle) {
    byte[] signature = bundle.getDsseEnvelope().getSignatures(0).getSig().toByteArray();
    try {
      for (RFC3161SignedTimestamp stamp :
          bundle
              .getVerificationMaterial()
              .getTimestampVerificationData()
              .getRfc3161TimestampsList()) {
        timestamps.verify(
            ImmutableTimestampResponse.builder()
                .encoded(stamp.getSignedTimestamp().toByteArray())
                .build(),
            signature);
      }
      return "";
    } catch (TimestampVerificationException | RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
