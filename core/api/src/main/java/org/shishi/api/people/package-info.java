/** The person registry as a programme sees it, and the masks. */
@Export
@Version("1.0.0")
package org.shishi.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
