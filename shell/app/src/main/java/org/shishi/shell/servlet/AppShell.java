package org.shishi.shell.servlet;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import java.util.Map;
import org.shishi.shell.text.ShellTexts;

/**
 * The page around all pages. Push by websocket, calls by plain requests: only these can give the session a new id at
 * sign-in.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://shishi/tokens.css")
@StyleSheet("context://shishi/frame.css")
@StyleSheet("context://shishi/page.css")
@StyleSheet("context://shishi/admin.css")
@StyleSheet("context://shishi/deadline.css")
@StyleSheet("context://shishi/record.css")
@StyleSheet("context://shishi/detail.css")
@StyleSheet("context://shishi/edition.css")
public final class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle(ShellTexts.TEXTS.get("product").zh());
        settings.addLink("shishi/icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("format-detection", "telephone=no");
    }
}
