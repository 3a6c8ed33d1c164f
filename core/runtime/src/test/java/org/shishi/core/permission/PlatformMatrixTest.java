package org.shishi.core.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** All that administers × all roles × acting for the city or a district × the own organisation, one below, a stranger. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformMatrixTest {

    @Parameter
    TestDatabases.Kind kind;

    private final Admission admission = new Admission();
    private TestDatabase db;
    private TestCity city;

    @BeforeParameterizedClassInvocation
    void open() {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
    }

    @AfterParameterizedClassInvocation
    void close() {
        db.close();
    }

    @ParameterizedTest
    @EnumSource
    void theDoorDoesWhatIsPrinted(PlatformUse use) {
        Organisation pudong = city.named("浦东新区总工会");
        Organisation below = city.organisations.children(pudong.id()).getFirst();
        List<String> wrong = new ArrayList<>();
        for (Organisation owner : List.of(pudong, below, city.named("黄浦区总工会"))) {
            for (Organisation acting : List.of(city.organisations.city(), pudong)) {
                for (Role role : Role.values()) {
                    PlatformUse.Place place = new PlatformUse.Place(city, owner);
                    boolean expected =
                            admission.printed(role, Set.of(use.right), acting, acting) && reaches(use, acting, owner);
                    if (Admission.admitted(() -> use.ask.of(place, city.caller(role, acting))) != expected) {
                        wrong.add(role + " at " + acting.name() + " about " + owner.name() + ": "
                                + (expected ? "turned away" : "let in"));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong, use.name());
    }

    /** Administration has no records: its right reaches down the tree for whoever holds it. */
    private boolean reaches(PlatformUse use, Organisation acting, Organisation owner) {
        return switch (use) {
            // One's own body is changed by the level above.
            case TREE_CHANGES, TREE_UPDATE, TREE_PLAN, TREE_APPLY ->
                owner.within(acting) && (acting.parentId() == null || !owner.equals(acting));
            case AUDIT_VERIFY, AUDIT_ACTIONS -> true;
            default -> owner.within(acting);
        };
    }
}
