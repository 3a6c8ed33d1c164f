/**
 * The assembled product as a process.
 *
 * <pre>{@code
 * try (ShishiProcess shishi = ShishiProcess.product().demo().start()) {
 *     shishi.baseUrl(); shishi.home(); shishi.plugins(); shishi.log(); shishi.stop(); shishi.kill();
 * }
 * }</pre>
 *
 * <p>Tests that only look may share {@link org.shishi.testbed.process.ShishiProcess#sharedDemo()}. What the processes
 * print is kept in {@code target/shishi-processes}.
 */
package org.shishi.testbed.process;
