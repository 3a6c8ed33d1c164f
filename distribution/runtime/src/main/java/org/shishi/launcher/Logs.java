package org.shishi.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets up logging. To be called before anybody asks for a logger: logback reads these properties once. */
final class Logs {

    private Logs() {}

    static void to(Home home, boolean console) {
        Path own = home.settings().resolveSibling("logback.xml");
        System.setProperty("logback.configurationFile", Files.exists(own) ? own.toString() : "shishi-logback.xml");
        System.setProperty("shishi.logs", home.logs().toString());
        System.setProperty("shishi.logs.console", console ? "INFO" : "OFF");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
