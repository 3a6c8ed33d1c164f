package org.shishi.rest;

import java.util.List;

/** A group of addresses below {@code /api/v1}; a DS service inside this bundle. */
interface Resource {

    List<Route> routes();
}
