package org.shishi.shell.live;

import java.time.Instant;
import org.shishi.api.text.Text;

/** A programme that was here and left. */
public record Departure(String id, int year, Text title, Instant since) {}
