/** States and transitions of a record. */
@Export
@Version("1.1.0")
package org.shishi.api.workflow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
