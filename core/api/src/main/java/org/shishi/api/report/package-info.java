/** Indicators (target and actual) and report tables. */
@Export
@Version("1.1.0")
package org.shishi.api.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
