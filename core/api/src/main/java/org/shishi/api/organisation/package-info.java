/** The tree of unions and the districts. */
@Export
@Version("1.0.0")
package org.shishi.api.organisation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
