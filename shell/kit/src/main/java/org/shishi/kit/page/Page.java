package org.shishi.kit.page;

import org.osgi.service.component.annotations.ComponentPropertyType;
import org.shishi.api.identity.Right;

/** Where a {@link PageView} stands: route {@code /<year>/<programme>/<path>}, menu entry in the programme's group. */
@ComponentPropertyType
public @interface Page {

    String PREFIX_ = "page.";

    /** Below the programme's route; may hold Vaadin route parameters ({@code rooms/:id/checks}): then no menu entry. */
    String path();

    /** Text key of title and menu entry in the programme's messages. */
    String title();

    String icon() default "vaadin:file";

    /** Place in the programme's menu; default pages of record types stand at 100, 200, … */
    int order() default 1000;

    /** Needed in the programme; without it neither entry nor page. */
    Right right() default Right.VIEW;
}
