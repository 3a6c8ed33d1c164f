package org.shishi.kit.page;

/**
 * A view of a programme: a Vaadin component published as a DS component of prototype scope under this interface, with a
 * {@link Page} that says where it stands. The shell makes one instance per visit, shows it inside its layout, and gives
 * it back when the user leaves or the bundle stops. A view names no layout and carries no {@code @Route}.
 *
 * <pre>{@code
 * @Component(service = PageView.class, scope = ServiceScope.PROTOTYPE)
 * @Page(path = "map", title = "page.map", icon = "vaadin:map-marker", right = Right.VIEW)
 * public final class MapView extends VerticalLayout implements PageView {
 *     @Activate
 *     public MapView(@Reference ProgrammeContext programme) { ... }
 * }
 * }</pre>
 *
 * Listeners that a view adds to UI, session or service it takes away again in {@code onDetach}; threads it starts it stops
 * in {@code @Deactivate}.
 */
public interface PageView {}
