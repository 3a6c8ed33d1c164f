/** Records: the one door through which a programme's rows are listed, created, changed and moved on. */
@Export
@Version("1.4.0")
package org.shishi.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
