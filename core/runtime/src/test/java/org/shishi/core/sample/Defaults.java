package org.shishi.core.sample;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;

/** What a component property type says by its defaults, as DS would hand it over where nothing is configured. */
public final class Defaults {

    private Defaults() {}

    public static <A extends Annotation> A of(Class<A> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> method.getName().equals("annotationType") ? type : method.getDefaultValue()));
    }
}
