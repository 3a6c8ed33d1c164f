/**
 * Tests in a real Chromium, in Chinese.
 *
 * <pre>{@code
 * @BrowserTest
 * class RoomListIT {
 *     @Test
 *     void isListed(Desk officer, @Phone Desk inspector) {
 *         officer.login("demo-city-officer").open("/2024/break-room").requireAccessible();
 *         assertThat(officer.page().getByRole(AriaRole.HEADING)).hasText("职工休息室");
 *         officer.keyboard().tabTo(officer.page().getByText("新建")).press("Enter");
 *         officer.screenshot("new-room");
 *     }
 * }
 * }</pre>
 *
 * <p>{@link org.shishi.browser.DemoProduct}, the assembled product with demonstration data, is started once for all
 * classes; {@code @BrowserTest(OtherSite.class)} looks at something else. While writing tests, start the product by
 * hand and run one class against it: {@code mvn verify -pl distribution/browser -Dit.test=RoomListIT
 * -Dshishi.browser.url=http://localhost:8080}. Tests that change data take rows of their own, since all share one
 * product.
 *
 * <p>Await by Playwright's own assertions ({@code assertThat(locator)...}), which look again until a time-out; a
 * {@code vaadin-dialog} counts as hidden, so wait for what is in it. An error in the console, an exception or a failed
 * request fails the test; {@link org.shishi.browser.Desk#expectComplaint} names those that belong to it. Screenshots,
 * also of every desk of a failed test, are in {@code target/screenshots}.
 */
package org.shishi.browser;
