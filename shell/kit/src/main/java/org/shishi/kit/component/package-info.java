/** What pages are made of. All of it speaks the language of the page at hand and is to be used on its UI thread. */
@Export
@Version("1.3.0")
package org.shishi.kit.component;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
