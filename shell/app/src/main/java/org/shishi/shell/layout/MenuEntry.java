package org.shishi.shell.layout;

import java.util.List;

/**
 * A line of the menu.
 *
 * @param title in the language of the page
 * @param path null: only a heading for its children
 * @param nested whether the pages below the path belong to it, too
 */
public record MenuEntry(String title, String icon, String path, boolean nested, List<MenuEntry> children) {

    static MenuEntry leaf(String title, String icon, String path, boolean nested) {
        return new MenuEntry(title, icon, path, nested, List.of());
    }
}
