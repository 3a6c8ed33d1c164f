package org.shishi.core.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

/**
 * An invented tree: the real city and its real districts, everything below obviously made up. The same names and ids each
 * time.
 */
final class DemoTree {

    /** Second-level bodies with the word that their accounts are named by. */
    record Branch(String word, Organisation body) {}

    private static final List<String> BUREAUS = List.of("示例港航产业工会", "示例装备制造产业工会", "示例商贸服务产业工会", "示例城市公用局工会");
    private static final List<String> BUREAU_WORDS = List.of("port", "equipment", "commerce", "utilities");
    private static final List<String> PLACES = List.of(
            "滨江", "花园", "云桥", "春晖", "翠湖", "晨光", "金桂", "银杏", "月河", "星塘", "柳岸", "松涛", "竹园", "梅溪", "兰亭", "菊圃", "东篱", "西岭",
            "南屏", "北苑", "青禾", "碧波", "丹枫", "紫藤", "白鹭", "朱雀", "长桥", "古渡", "新港", "明珠", "和畅", "福泽");
    private static final List<String> FIRMS = List.of(
            "瑞禾", "明川", "清源", "远帆", "金穗", "新辰", "同达", "海岳", "和润", "嘉木", "安澜", "启明", "长风", "丰泽", "星河", "致远", "恒信", "博雅",
            "天工", "汇通");
    private static final List<String> TRADES = List.of("物流", "环卫", "餐饮", "建筑", "机电", "物业", "家政", "纺织", "食品", "快递");
    /** For the flag 郊区 alone: the notice names none. */
    private static final Set<District> OUTER = EnumSet.of(
            District.JIADING,
            District.JINSHAN,
            District.SONGJIANG,
            District.QINGPU,
            District.FENGXIAN,
            District.CHONGMING);

    private final List<Organisation> all = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final Organisation city;
    private int places;
    private int firms;

    DemoTree() {
        city = add(OrgType.CITY, "上海市总工会", null, null, List.of("市总工会"));
        for (District district : District.values()) {
            String zh = district.title().zh();
            Organisation body = add(OrgType.DISTRICT, zh + "总工会", city, district, aliases(zh));
            branches.add(new Branch(district.name().toLowerCase(Locale.ROOT), body));
        }
        for (int i = 0; i < BUREAUS.size(); i++) {
            Organisation body = add(OrgType.BUREAU, BUREAUS.get(i), city, null, List.of());
            branches.add(new Branch(BUREAU_WORDS.get(i), body));
        }
        branches.forEach(branch -> grow(branch.body));
        special();
    }

    /** 浦东 for 浦东新区, 黄浦 for 黄浦区: people write both. */
    private static List<String> aliases(String district) {
        String bare = district.endsWith("新区")
                ? district.substring(0, district.length() - 2)
                : district.substring(0, district.length() - 1);
        return List.of(bare + "总工会", bare + "区总工会").stream()
                .filter(name -> !name.equals(district + "总工会"))
                .toList();
    }

    private void grow(Organisation branch) {
        if (branch.type() == OrgType.DISTRICT) {
            Organisation street = add(OrgType.SUBDISTRICT, "示例" + place() + "街道总工会", branch);
            Organisation town = add(OrgType.SUBDISTRICT, "示例" + place() + "镇总工会", branch);
            add(OrgType.GRASSROOTS, firm(), street);
            add(OrgType.GRASSROOTS, firm(), street);
            add(OrgType.GRASSROOTS, firm(), town);
        } else {
            Organisation group = add(OrgType.GRASSROOTS, firm(), branch);
            // A group company has several levels of unions.
            add(OrgType.GRASSROOTS, group.name().replace("有限公司工会", "第一分公司工会"), group);
            add(OrgType.GRASSROOTS, firm(), branch);
        }
    }

    private void special() {
        Organisation pudong = district(District.PUDONG);
        add(OrgType.SUBDISTRICT, "示例科创园区总工会", pudong);
        add(OrgType.UNION_FEDERATION, "示例楼宇工会联合会", pudong);
        add(OrgType.UNION_FEDERATION, "示例快递行业工会联合会", district(District.MINHANG));
        for (String name : List.of("示例市职工服务中心", "示例市职工互助保障中心", "示例市职工帮困基金会", "示例市工人疗养院", "示例海湾职工疗养院", "示例湖畔职工酒店")) {
            add(OrgType.INSTITUTION, name, city);
        }
        add(OrgType.INSTITUTION, "示例浦东职工服务中心", pudong);
    }

    private String place() {
        return PLACES.get(places++);
    }

    private String firm() {
        int number = firms++;
        // Goes through all pairs before it repeats one: 20 and 10 firms, shifted after each round.
        String trade = TRADES.get((number + number / FIRMS.size()) % TRADES.size());
        return "示例" + FIRMS.get(number % FIRMS.size()) + trade + "有限公司工会";
    }

    private Organisation add(OrgType type, String name, Organisation parent) {
        return add(type, name, parent, parent.district(), List.of());
    }

    private Organisation add(OrgType type, String name, Organisation parent, District district, List<String> aliases) {
        UUID id = UUID.nameUUIDFromBytes(("shishi-demo/" + name).getBytes(StandardCharsets.UTF_8));
        String path = (parent == null ? "" : parent.path()) + id + "/";
        Organisation body = new Organisation(
                id,
                type,
                name,
                aliases,
                parent == null ? null : parent.id(),
                path,
                district,
                district != null && OUTER.contains(district),
                null,
                null);
        all.add(body);
        return body;
    }

    /** Parents before their children. */
    List<Organisation> all() {
        return all;
    }

    Organisation city() {
        return city;
    }

    List<Branch> branches() {
        return branches;
    }

    Organisation district(District district) {
        return branches.get(district.ordinal()).body;
    }

    Organisation named(String name) {
        return all.stream().filter(body -> body.name().equals(name)).findFirst().orElseThrow();
    }

    /** The first body of a type within another one. */
    Optional<Organisation> first(OrgType type, Organisation within) {
        return all.stream()
                .filter(body -> body.type() == type && body.within(within))
                .findFirst();
    }
}
