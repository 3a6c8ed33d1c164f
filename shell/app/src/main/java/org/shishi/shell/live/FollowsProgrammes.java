package org.shishi.shell.live;

/** A page that shows which programmes there are. */
public interface FollowsProgrammes {

    /** One came or went; called on the page's UI thread. */
    void programmesChanged();
}
