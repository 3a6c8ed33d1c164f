/** Money in fen. */
@Export
@Version("1.1.0")
package org.shishi.api.money;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
