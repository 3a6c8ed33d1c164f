/** Fields of records on screen: how their values are shown, and how they are typed in. */
@Export
@Version("1.3.0")
package org.shishi.kit.field;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
