/** Who owes what by when, and the reminders that follow from it. */
@Export
@Version("1.0.0")
package org.shishi.api.deadline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
