package org.shishi.core.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

/** Somebody who can sign in to a demonstration. */
record DemoAccount(String userName, String displayName, Role role, Organisation organisation) {

    static final String PREFIX = "demo-";

    /** One for each role, those below the city in one branch, so that a record can walk through their hands. */
    static List<DemoAccount> ofRoles(DemoTree tree) {
        List<DemoAccount> accounts = new ArrayList<>();
        for (Role role : Role.values()) {
            accounts.add(new DemoAccount(userName(role), "演示·" + word(role), role, place(role, tree)));
        }
        return accounts;
    }

    /** Officer, approver and a grassroots officer for every other branch. */
    static List<DemoAccount> ofBranches(DemoTree tree) {
        Organisation walked = tree.district(District.PUDONG);
        List<DemoAccount> accounts = new ArrayList<>();
        for (DemoTree.Branch branch : tree.branches()) {
            if (branch.body().equals(walked)) {
                continue;
            }
            String name = PREFIX + branch.word();
            String display = "演示·" + shortName(branch.body());
            Organisation union = tree.first(OrgType.GRASSROOTS, branch.body()).orElseThrow();
            accounts.add(new DemoAccount(name + "-officer", display + "经办", Role.SECOND_LEVEL_OFFICER, branch.body()));
            accounts.add(
                    new DemoAccount(name + "-approver", display + "审核", Role.SECOND_LEVEL_APPROVER, branch.body()));
            accounts.add(new DemoAccount(name + "-grassroots", display + "基层经办", Role.GRASSROOTS_OFFICER, union));
        }
        return accounts;
    }

    static String userName(Role role) {
        return PREFIX + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Organisation place(Role role, DemoTree tree) {
        Organisation branch = tree.district(District.PUDONG);
        return switch (role) {
            case PLATFORM_ADMIN, CITY_OFFICER, CITY_APPROVER, CITY_FINANCE, INSPECTOR, AUDITOR -> tree.city();
            case SECOND_LEVEL_OFFICER, SECOND_LEVEL_APPROVER -> branch;
            case GRASSROOTS_OFFICER, ENTERPRISE_CONTACT, MEMBER ->
                tree.first(OrgType.GRASSROOTS, branch).orElseThrow();
            case FACILITY_OPERATOR -> tree.named("示例海湾职工疗养院");
            case SERVICE_CENTRE_OFFICER -> tree.named("示例市职工服务中心");
            case MUTUAL_AID_OFFICER -> tree.named("示例市职工互助保障中心");
            case FOUNDATION_REVIEWER -> tree.named("示例市职工帮困基金会");
        };
    }

    /** Of somebody who is met in records only: {@code 演示·启明餐饮基层经办}. */
    static String displayName(Organisation organisation, Role role) {
        String place = organisation.name().replaceAll("示例|有限公司|总?工会$", "");
        return "演示·" + place + word(role);
    }

    private static String word(Role role) {
        return switch (role) {
            case PLATFORM_ADMIN -> "平台管理员";
            case CITY_OFFICER -> "市总经办";
            case CITY_APPROVER -> "市总审核";
            case CITY_FINANCE -> "市总财务";
            case INSPECTOR -> "抽查人员";
            case SECOND_LEVEL_OFFICER -> "区局经办";
            case SECOND_LEVEL_APPROVER -> "区局审核";
            case GRASSROOTS_OFFICER -> "基层经办";
            case ENTERPRISE_CONTACT -> "企业联系人";
            case FACILITY_OPERATOR -> "院所经办";
            case SERVICE_CENTRE_OFFICER -> "服务中心经办";
            case MUTUAL_AID_OFFICER -> "职保中心经办";
            case FOUNDATION_REVIEWER -> "基金会审核";
            case MEMBER -> "会员";
            case AUDITOR -> "审计";
        };
    }

    private static String shortName(Organisation branch) {
        return branch.type() == OrgType.DISTRICT
                ? branch.district().title().zh()
                : branch.name().replace("示例", "").replace("工会", "");
    }
}
