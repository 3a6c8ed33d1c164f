/** Transactions on a programme's own schema. */
@Export
@Version("1.0.0")
package org.shishi.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
