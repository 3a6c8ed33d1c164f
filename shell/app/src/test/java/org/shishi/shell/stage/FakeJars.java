package org.shishi.shell.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The bundles that play the core and a programme. */
final class FakeJars {

    private FakeJars() {}

    static Path core(Path folder) throws IOException {
        return Jars.ofPackage(
                folder.resolve("fake-core.jar"),
                Map.of(
                        "Bundle-SymbolicName", "org.shishi.fake.core",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", "org.shishi.shell.fake.FakeCore",
                        "DynamicImport-Package", "*"),
                "org.shishi.shell.fake",
                Map.of());
    }

    static Path programme(Path folder, String version) throws IOException {
        String component =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0"
                    name="org.shishi.shell.guest.MapView">
                  <property name="page.path" type="String" value="map"/>
                  <property name="page.title" type="String" value="page.map"/>
                  <property name="page.icon" type="String" value="vaadin:map-marker"/>
                  <property name="page.order" type="Integer" value="1000"/>
                  <property name="page.right" type="String" value="VIEW"/>
                  <service scope="prototype"><provide interface="org.shishi.kit.page.PageView"/></service>
                  <implementation class="org.shishi.shell.guest.MapView"/>
                </scr:component>
                """;
        return Jars.ofPackage(
                folder.resolve("guest-" + version + ".jar"),
                Map.of(
                        "Bundle-SymbolicName", "org.shishi.fake.guest",
                        "Bundle-Version", version,
                        "Bundle-Activator", "org.shishi.shell.guest.Guest",
                        "Service-Component", "OSGI-INF/map.xml",
                        "Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"",
                        "DynamicImport-Package", "*"),
                "org.shishi.shell.guest",
                Map.of("OSGI-INF/map.xml", component));
    }
}
