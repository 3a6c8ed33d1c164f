package org.shishi.core.deadline;

import org.shishi.api.deadline.Deadline;
import org.shishi.api.text.Text;

/** A deadline, worded. */
record Owed(Deadline deadline, Text title) {}
