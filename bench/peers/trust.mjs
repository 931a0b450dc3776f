// The generated Sigstore's trust material, from a folder's trusted_root.json and keys.json, as sigstore-js takes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify';

/** What pacote gives to sigstore-js: npm's keys by id, each with the times at which it counts. */
function npmKeys(folder) {
  const listed = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')).keys;
  const keys = new Map();
  for (const { keyId, keyUsage, publicKey } of listed) {
    if (keyUsage === 'npm:attestations') {
      keys.set(keyId, publicKey);
    }
  }
  return hint => {
    const { rawBytes, validFor } = keys.get(hint);
    const time = value => (value ? new Date(value) : undefined);
    return {
      publicKey: `-----BEGIN PUBLIC KEY-----\n${rawBytes}\n-----END PUBLIC KEY-----`,
      validFor: at =>
        !(time(validFor.start) > at) && !(time(validFor.end) < at),
    };
  };
}

export function verifier(folder) {
  const root = TrustedRoot.fromJSON(JSON.parse(readFileSync(join(folder, 'trusted_root.json'), 'utf8')));
  return new Verifier(toTrustMaterial(root, npmKeys(folder)));
}

/** Throws where the bundle does not verify. */
export function verify(verifier, bundle) {
  verifier.verify(toSignedEntity(bundleFromJSON(bundle)));
}
