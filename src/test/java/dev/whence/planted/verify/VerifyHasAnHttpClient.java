package dev.whence.planted.verify;

import java.net.http.HttpClient;

/** Planted: a client beside the registry's. */
record VerifyHasAnHttpClient(HttpClient client) {}
