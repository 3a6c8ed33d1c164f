/** Long work: run by few threads, followed row by row, kept for whoever started it. */
package org.shishi.core.task;
