/** Who owes what by when: published deadlines are kept, their reminders computed (R-C.9) and sent once. */
package org.shishi.core.deadline;
