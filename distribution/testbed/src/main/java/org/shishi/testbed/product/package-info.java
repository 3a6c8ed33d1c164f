/**
 * The assembled product for {@link org.shishi.testbed.container.InContainer}: {@code @InContainer(Product.class)}, or
 * {@code @InContainer({Product.Demo.class, Product.DemoOnPostgres.class})} for the same tests on both databases.
 */
package org.shishi.testbed.product;
