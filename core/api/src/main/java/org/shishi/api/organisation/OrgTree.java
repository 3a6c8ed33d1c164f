package org.shishi.api.organisation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;

/** Who sees whom in the tree, and what may hang where. */
public final class OrgTree {

    /** @param parentId null at the top */
    public record Node(@Input(id = true) String id, @Input(id = true, required = false) String parentId) {}

    public record Visible(boolean visible) {}

    private OrgTree() {}

    @Rule(id = "R-C.13", name = "isVisible", source = "§13.2")
    public static Outcome<Visible> isVisible(
            @Input(value = "actingOrg", id = true) String actingOrg,
            @Input(value = "ownerOrg", id = true) String ownerOrg,
            @Input("organisations") List<Node> organisations) {
        return Outcome.of(new Visible(isWithin(ownerOrg, actingOrg, organisations)));
    }

    @Rule(id = "R-C.14", name = "checkParent", source = "§13.1")
    public static Outcome<Ok> checkParent(
            @Input("type") OrgType type, @Input(value = "parentType", required = false) OrgType parentType) {
        return type.mayHangUnder(parentType)
                ? Outcome.of(Ok.OK)
                : Outcome.refused("CORE-ORG-PARENT", "parentType", type, parentType == null ? "–" : parentType);
    }

    @Rule(id = "R-C.15", name = "checkMove", source = "§13.1")
    public static Outcome<Ok> checkMove(
            @Input(value = "org", id = true) String org,
            @Input(value = "newParent", id = true) String newParent,
            @Input("organisations") List<Node> organisations) {
        return isWithin(newParent, org, organisations)
                ? Outcome.refused("CORE-ORG-CYCLE", "newParent")
                : Outcome.of(Ok.OK);
    }

    /** Walks up from the lower one; stops at the top, and also where faulty data runs in a circle. */
    private static boolean isWithin(String lower, String upper, List<Node> organisations) {
        Map<String, String> parents = new HashMap<>();
        organisations.forEach(node -> parents.putIfAbsent(node.id(), node.parentId()));
        Set<String> passed = new HashSet<>();
        for (String at = lower; at != null && passed.add(at); at = parents.get(at)) {
            if (at.equals(upper)) {
                return true;
            }
        }
        return false;
    }
}
