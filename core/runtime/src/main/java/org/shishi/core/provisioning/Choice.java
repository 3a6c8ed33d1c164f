package org.shishi.core.provisioning;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which jar stands for each programme and year: the highest version; of two with the same version the one whose file name
 * comes first. Pure.
 *
 * @param chosen by programme and year
 * @param beaten those left out, each with the one that stands for it
 */
record Choice(Map<String, JarFileInfo> chosen, Map<JarFileInfo, JarFileInfo> beaten) {

    static Choice among(Collection<JarFileInfo> jars) {
        Comparator<JarFileInfo> best =
                Comparator.comparing(JarFileInfo::version).reversed().thenComparing(JarFileInfo::name);
        Map<String, JarFileInfo> chosen = new TreeMap<>();
        Map<JarFileInfo, JarFileInfo> beaten = new LinkedHashMap<>();
        List<JarFileInfo> ordered = jars.stream().sorted(best).toList();
        for (JarFileInfo jar : ordered) {
            JarFileInfo winner = chosen.putIfAbsent(jar.edition(), jar);
            if (winner != null) {
                beaten.put(jar, winner);
            }
        }
        return new Choice(chosen, beaten);
    }
}
