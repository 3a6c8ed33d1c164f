/** States and transitions of a record. */
@Export
@Version("1.2.0")
package org.shishi.api.workflow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
