/** Texts on screen: a bundle's own, and those of Vaadin's built-in parts in both languages. */
@Export
@Version("1.0.0")
package org.shishi.kit.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
