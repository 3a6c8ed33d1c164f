/** Telling people something, once: {@link org.shishi.core.notice.Post} delivers, the inbox shows. */
package org.shishi.core.notice;
