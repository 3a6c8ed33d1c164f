/**
 * The JUnit 5 driver for Pax Exam: tests that run as a bundle among bundles, reported outside by their own names.
 *
 * <pre>{@code
 * @InContainer(Product.class)
 * class RoomsIT {
 *     @Test
 *     void findsTheProgramme(@Service Programmes programmes, BundleContext context) { ... }
 * }
 * }</pre>
 *
 * <p>How it works: {@link org.shishi.testbed.container.ContainerTestEngine}, a JUnit Platform engine, mirrors what
 * Jupiter finds in such a class; {@link org.shishi.testbed.container.NotOutside} keeps Jupiter from running it outside.
 * Pax Exam starts the container of the class's {@link org.shishi.testbed.container.BundleSet} once, the folder of test
 * classes becomes a bundle with {@code DynamicImport-Package: *}, and JUnit's launcher runs in it. JUnit itself and
 * this package come from the class path on both sides, so results need no translation; everything else a test uses
 * comes from the bundles of the container. The folder of tests may be on the class path of the same types outside:
 * they are different classes there, and only looked at.
 *
 * <p>A test that installs, updates or refreshes a bundle must not use that bundle's own classes: the test's bundle
 * would be wired to it and be refreshed with it, in the middle of the test.
 */
package org.shishi.testbed.container;
