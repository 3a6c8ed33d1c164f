/**
 * The same tests on H2 and on a real PostgreSQL.
 *
 * <pre>{@code
 * @WithDatabases
 * record LedgerIT(TestDatabase database) {
 *     @BeforeParameterizedClassInvocation static void migrate(TestDatabase database) { ... }
 *     @Test void balances() { ... database.connect() ... }
 * }
 * }</pre>
 */
package org.shishi.testbed.database;
