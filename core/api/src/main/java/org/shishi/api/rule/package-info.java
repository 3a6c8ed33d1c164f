/** Pure rules: how a rule is written, what it answers, how it is called from outside. */
@Export
@Version("1.2.0")
package org.shishi.api.rule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
