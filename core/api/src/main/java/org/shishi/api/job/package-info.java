/** Scheduled jobs of a programme. */
@Export
@Version("1.2.0")
package org.shishi.api.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
