# syntax=docker/dockerfile:1

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# Keeps only the embedded Postgres of the image's own system.
RUN --mount=type=cache,target=/root/.m2 \
    case $(uname -m) in aarch64) system=linux-arm64v8 ;; *) system=linux-amd64 ;; esac \
    && ./mvnw -B -ntp -Dmaven.test.skip=true -Dcyclonedx.skip=true -Dpostgres.system=$system package

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Whence" \
      org.opencontainers.image.description="Where npm packages come from" \
      org.opencontainers.image.licenses="Apache-2.0"

# Postgres refuses to run as root, and nothing else here needs to.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin whence \
    && install --directory --owner=whence --group=whence --mode=0700 /data
COPY --from=build /src/target/quarkus-app /opt/whence

# The embedded Postgres of `up` and the last good trust material live here.
ENV XDG_DATA_HOME=/data XDG_CACHE_HOME=/data/cache
VOLUME /data
USER whence
EXPOSE 8080

# The image brings no HTTP client; bash opens the connection.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["java", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-XX:MaxRAMPercentage=70", \
    "-XX:+ExitOnOutOfMemoryError", \
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", \
    "-jar", "/opt/whence/quarkus-run.jar"]
CMD ["up", "--host", "0.0.0.0"]
