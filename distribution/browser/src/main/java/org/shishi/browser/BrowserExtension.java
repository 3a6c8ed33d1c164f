package org.shishi.browser;

import com.microsoft.playwright.Page;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests their desks, looks at what was left on them, and keeps one browser and one of each site. */
final class BrowserExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterEachCallback {

    static final String SKIP = "shishi.browser.skip";

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(SKIP, Boolean::valueOf).orElse(false)
                ? ConditionEvaluationResult.disabled("browser tests are left out: " + SKIP)
                : ConditionEvaluationResult.enabled("browser tests run");
    }

    /** Without a browser the class as a whole fails, once. */
    @Override
    public void beforeAll(ExtensionContext context) {
        browser(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getTestMethod().isPresent() && (type == Desk.class || type == Page.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Supplier<Desk> setUp = () -> setUp(parameter, context);
        return parameter.getParameter().getType() == Desk.class
                ? desks(context).named(parameter.getParameter().getName(), setUp)
                : desks(context).any(setUp).page();
    }

    private static Desk setUp(ParameterContext parameter, ExtensionContext context) {
        boolean phone = isMarked(parameter, context, Phone.class);
        boolean dark = isMarked(parameter, context, Dark.class);
        Class<? extends Site> site = siteOf(context);
        URI baseUrl = Once.get(
                        context, Site.class, site, () -> site.getConstructor().newInstance())
                .baseUrl();
        return new Desk(browser(context).window(phone, dark), baseUrl, screenshots(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Desks desks = desks(context);
        if (context.getExecutionException().isPresent()) {
            desks.photograph(context.getDisplayName());
        }
        List<String> complaints = desks.complaints();
        desks.leave();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complains:\n" + String.join("\n", complaints));
        }
    }

    private static boolean isMarked(
            ParameterContext parameter, ExtensionContext context, Class<? extends Annotation> mark) {
        return parameter.isAnnotated(mark)
                || AnnotationSupport.isAnnotated(context.getTestMethod(), mark)
                || context.getEnclosingTestClasses().stream()
                        .anyMatch(each -> AnnotationSupport.isAnnotated(each, mark))
                || AnnotationSupport.isAnnotated(context.getTestClass(), mark);
    }

    private static Path screenshots(ExtensionContext context) {
        return Path.of(System.getProperty("basedir", ""), "target", "screenshots")
                .resolve(context.getRequiredTestClass().getSimpleName());
    }

    private static Desks desks(ExtensionContext context) {
        return context.getStore(STORE).getOrComputeIfAbsent(context.getUniqueId(), id -> new Desks(), Desks.class);
    }

    private static RealBrowser browser(ExtensionContext context) {
        return Once.get(context, RealBrowser.class, RealBrowser.class, RealBrowser::new);
    }

    private static Class<? extends Site> siteOf(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), BrowserTest.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .value();
    }
}
