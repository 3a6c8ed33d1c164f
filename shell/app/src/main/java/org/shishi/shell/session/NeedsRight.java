package org.shishi.shell.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shishi.api.identity.Right;

/** A page of the platform for holders of a right only. The services behind it check again. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsRight {
    Right value();

    /** Whether only those of the city are let in: what the page changes belongs to everybody. */
    boolean cityOnly() default false;

    /** Whether the right on one's own records is enough; else a role other than MEMBER must grant it. */
    boolean members() default true;
}
