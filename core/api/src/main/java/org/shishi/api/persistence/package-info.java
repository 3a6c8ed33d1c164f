/** Transactions on a programme's own schema, and columns that are sealed in it. */
@Export
@Version("1.1.0")
package org.shishi.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
