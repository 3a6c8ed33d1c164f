/** Who acts, for which organisation, with which rights. */
@Export
@Version("1.2.0")
package org.shishi.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
