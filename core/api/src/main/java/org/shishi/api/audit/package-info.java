/** The append-only log of who did what. */
@Export
@Version("1.0.0")
package org.shishi.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
