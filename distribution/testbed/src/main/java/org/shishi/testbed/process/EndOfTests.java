package org.shishi.testbed.process;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Closes the product that test classes share when the last test is done, not when the JVM ends: what is found in its logs
 * then still fails the run. Found by JUnit itself, so that no class has to name it.
 */
public final class EndOfTests implements BeforeAllCallback {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(EndOfTests.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(STORE).getOrComputeIfAbsent(EndOfTests.class, key ->
                (AutoCloseable) ShishiProcess::closeShared);
    }
}
