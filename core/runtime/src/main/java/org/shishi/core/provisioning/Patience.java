package org.shishi.core.provisioning;

import java.time.Duration;

/**
 * How long guests are waited for.
 *
 * @param call for the framework's start, stop, update and uninstall of a bundle to return
 * @param interrupted more, once the call was interrupted, before the bundle counts as stuck
 * @param silence until a started bundle offers its programme
 */
record Patience(Duration call, Duration interrupted, Duration silence) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(60));
}
