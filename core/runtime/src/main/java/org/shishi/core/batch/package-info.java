/** One step for many to-do items, as long work that survives restarts: {@link org.shishi.api.platform.TodoBatches}. */
package org.shishi.core.batch;
