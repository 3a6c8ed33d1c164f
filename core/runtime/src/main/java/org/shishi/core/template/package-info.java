/** Wordings of notices and reminders that an edition puts in place of those that come with programme and platform. */
package org.shishi.core.template;
