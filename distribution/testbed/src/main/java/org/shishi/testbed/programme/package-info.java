/** Makes jars of programmes that only tests know, without a build of their own. */
package org.shishi.testbed.programme;
