/** Pages of a programme: how a view is announced, and the default pages that need no view class. */
@Export
@Version("1.1.0")
package org.shishi.kit.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
