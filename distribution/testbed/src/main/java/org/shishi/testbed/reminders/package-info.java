/** A programme that owes very much: what is needed to watch reminders go out, on one node or on two. */
package org.shishi.testbed.reminders;
