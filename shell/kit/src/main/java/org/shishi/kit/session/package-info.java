/** Who is at the screen. */
@Export
@Version("1.1.0")
package org.shishi.kit.session;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
