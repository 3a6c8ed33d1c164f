/** A programme of stays, for tests of what one programme excludes from another. */
package org.shishi.testbed.stays;
