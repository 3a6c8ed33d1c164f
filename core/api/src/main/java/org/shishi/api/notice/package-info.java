/** Telling people something, once. */
@Export
@Version("1.0.0")
package org.shishi.api.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
