/**
 * Scheduled jobs. Programmes (and the core itself) register {@link org.shishi.api.job.ProgrammeJob} services;
 * {@link org.shishi.core.scheduling.JobWhiteboard} sees them come and go, {@link org.shishi.core.scheduling.Schedules}
 * keeps one {@link org.shishi.core.scheduling.OwnerSchedule} (one Quartz scheduler) per programme and year.
 *
 * <p>What is stored names jobs, never classes of a programme: the one class in Quartz' tables is
 * {@link org.shishi.core.scheduling.StoredJob}. So nothing can end in Quartz' error state for want of a class.
 */
package org.shishi.core.scheduling;
