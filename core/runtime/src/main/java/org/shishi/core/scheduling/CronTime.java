package org.shishi.core.scheduling;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.time.ShanghaiClock;

/**
 * When a job runs, with the edition's value put in.
 *
 * @param expression as it is shown: resolved, or as written where it cannot be resolved
 * @param obstacle why it cannot be scheduled; null: it can
 */
record CronTime(String expression, Text obstacle) {

    static final TimeZone ZONE = TimeZone.getTimeZone(ShanghaiClock.ZONE);

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^}]+)}");
    private static final int LONGEST = 120;

    static CronTime of(DeclaredJob job, Owner owner, Instant now, Texts core) {
        Matcher reference = PARAMETER.matcher(job.cron().strip());
        if (!reference.matches()) {
            return checked(job.cron().strip(), now, core);
        }
        String parameter = reference.group(1);
        Optional<Object> value;
        try {
            value = owner.parameters().apply(parameter);
        } catch (IllegalArgumentException e) {
            return new CronTime(job.cron(), core.get("job.parked.parameterUnknown", parameter));
        }
        return value.map(expression -> checked(expression.toString().strip(), now, core))
                .orElseGet(() -> new CronTime(job.cron(), core.get("job.parked.parameterUnset", parameter)));
    }

    private static CronTime checked(String expression, Instant now, Texts core) {
        if (expression.length() > LONGEST || !CronExpression.isValidExpression(expression)) {
            String shown = expression.substring(0, Math.min(LONGEST, expression.length()));
            return new CronTime(shown, core.get("job.parked.cronInvalid", shown));
        }
        CronTime time = new CronTime(expression, null);
        return time.next(now) == null ? new CronTime(expression, core.get("job.parked.never", expression)) : time;
    }

    boolean schedulable() {
        return obstacle == null;
    }

    /** Null: none any more. */
    Instant next(Instant after) {
        try {
            CronExpression cron = new CronExpression(expression);
            cron.setTimeZone(ZONE);
            Date next = cron.getNextValidTimeAfter(Date.from(after));
            return next == null ? null : next.toInstant();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
