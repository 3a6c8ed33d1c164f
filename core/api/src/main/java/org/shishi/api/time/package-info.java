/** Working days of the State Council calendar. The clock itself is the OSGi service java.time.Clock (zone Asia/Shanghai). */
@Export
@Version("1.1.0")
package org.shishi.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
