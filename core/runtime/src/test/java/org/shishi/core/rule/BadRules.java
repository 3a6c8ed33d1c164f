package org.shishi.core.rule;

import java.util.Set;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;

/** Rules that are not written as they must be. */
public final class BadRules {

    private BadRules() {}

    /** An empty number has no place in an int. */
    public static final class PrimitiveOptional {
        private PrimitiveOptional() {}

        @Rule(id = "R-9.1", name = "x", source = "test")
        public static Outcome<Ok> x(@Input(value = "n", required = false) int n) {
            return Outcome.of(Ok.OK);
        }
    }

    /** Nothing says where the argument comes from. */
    public static final class Unnamed {
        private Unnamed() {}

        @Rule(id = "R-9.1", name = "x", source = "test")
        public static Outcome<Ok> x(int n) {
            return Outcome.of(Ok.OK);
        }
    }

    /** A set has no JSON form. */
    public static final class StrangeType {
        private StrangeType() {}

        @Rule(id = "R-9.1", name = "x", source = "test")
        public static Outcome<Ok> x(@Input("n") Set<String> n) {
            return Outcome.of(Ok.OK);
        }
    }

    /** Not reachable from outside. */
    public static final class Hidden {
        private Hidden() {}

        @Rule(id = "R-9.1", name = "x", source = "test")
        static Outcome<Ok> x(@Input("n") int n) {
            return Outcome.of(Ok.OK);
        }
    }

    /** No outcome. */
    public static final class NoOutcome {
        private NoOutcome() {}

        @Rule(id = "R-9.1", name = "x", source = "test")
        public static boolean x(@Input("n") int n) {
            return n > 0;
        }
    }

    /** An id of the core. */
    public static final class CoreId {
        private CoreId() {}

        @Rule(id = "R-C.1", name = "x", source = "test")
        public static Outcome<Ok> x(@Input("n") int n) {
            return Outcome.of(Ok.OK);
        }
    }
}
