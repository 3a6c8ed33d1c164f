package org.shishi.shell.session;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The language of a browser before somebody signs in: Chinese, unless it was told otherwise here before. */
public final class Language {

    private static final String COOKIE = "shishi-language";

    private Language() {}

    public static Locale of(VaadinRequest request) {
        Cookie[] cookies = request == null || request.getCookies() == null ? new Cookie[0] : request.getCookies();
        boolean english = Arrays.stream(cookies)
                .anyMatch(c -> COOKIE.equals(c.getName())
                        && Locale.ENGLISH.getLanguage().equals(c.getValue()));
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    public static void remember(Locale locale) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        if (response == null) {
            return;
        }
        Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
    }
}
