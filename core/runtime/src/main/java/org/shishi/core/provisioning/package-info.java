/**
 * Programmes come and go: the drop folder, what a jar is, one bundle per programme and year, going back when a new version
 * does not come up. What happens inside a bundle that started is {@code org.shishi.core.programme}'s.
 */
package org.shishi.core.provisioning;
