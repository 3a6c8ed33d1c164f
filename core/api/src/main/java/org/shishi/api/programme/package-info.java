/** What a programme says of itself, and what it gets from the platform. */
@Export
@Version("1.2.0")
package org.shishi.api.programme;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
