/**
 * Programs that measure the assembled product on this machine and print tables: each a ratio to something measured in the
 * same run, where such a thing exists. {@link org.shishi.bench.Bench} runs them by name; what they printed last stands in
 * {@code distribution/bench/README.md}.
 */
package org.shishi.bench;
