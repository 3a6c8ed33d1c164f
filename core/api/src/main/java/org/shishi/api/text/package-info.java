/** Words in the two languages of the platform, and where a programme keeps them. */
@Export
@Version("1.0.0")
package org.shishi.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
