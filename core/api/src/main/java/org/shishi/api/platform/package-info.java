/** What the shell and REST see of the core. Not for programmes: their contract test refuses an import of it. */
@Export
@Version("2.0.0")
package org.shishi.api.platform;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
