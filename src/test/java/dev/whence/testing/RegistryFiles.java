package dev.whence.testing;

import java.util.List;
import java.util.Optional;

/** What a replayed registry answers, by decoded path. */
interface RegistryFiles {

  /** An answer of the registry. */
  record Answer(int status, String contentType, byte[] body) {

    static Answer json(byte[] body) {
      return new Answer(200, "application/json", body);
    }
  }

  /** The packages that it has. */
  List<String> names();

  /** Empty where the registry has nothing. */
  Optional<Answer> find(String decodedPath);
}
