/**
 * Telling people outside of the platform: the outbox is written with the notice, each node takes what is due, and the
 * channels carry it. At least once: whoever dies between the other side's "accepted" and our commit sends again, with the
 * same message id.
 */
package org.shishi.core.delivery;
