package org.shishi.core.task;

/** How far work has come. */
record TaskCounts(long done, long total, long accepted, long rejected, long warned) {}
