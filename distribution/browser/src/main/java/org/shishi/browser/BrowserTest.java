package org.shishi.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that sits at a real Chromium. Each parameter of type {@link Desk} of a test or {@code @BeforeEach}
 * method is one person at a browser of their own (own cookies), 1440 by 900 unless marked {@link Phone}; the same name
 * in both is the same desk. A parameter of type {@link com.microsoft.playwright.Page} is the page of the first desk.
 *
 * <p>A test fails on its own, without asserting anything, when a page writes an error to the console, throws, or gets
 * no or an unhappy answer to a request, unless the desk was told to expect that.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

    /** What is looked at; relative addresses start there. */
    Class<? extends Site> value() default DemoProduct.class;
}
