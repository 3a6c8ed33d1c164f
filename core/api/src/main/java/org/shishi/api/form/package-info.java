/** Official forms: the federation's Excel sheets, read and written. */
@Export
@Version("1.2.0")
package org.shishi.api.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
