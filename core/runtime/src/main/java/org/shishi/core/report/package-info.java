/** Reports, indicators and their nightly snapshots. */
package org.shishi.core.report;
