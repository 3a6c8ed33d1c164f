package org.shishi.browser;

import java.net.URI;

/** What browser tests look at. Has a constructor without parameters; made once for all classes that name it. */
public interface Site extends AutoCloseable {

    /** Its address, without a slash at the end. */
    URI baseUrl();

    @Override
    default void close() {}
}
