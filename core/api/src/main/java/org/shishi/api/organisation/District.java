package org.shishi.api.organisation;

import java.util.Arrays;
import java.util.Optional;
import org.shishi.api.text.Text;

/** The sixteen districts (GB/T 2260; domain specification RD-2). */
public enum District {
    HUANGPU("310101", "黄浦", "Huangpu"),
    XUHUI("310104", "徐汇", "Xuhui"),
    CHANGNING("310105", "长宁", "Changning"),
    JINGAN("310106", "静安", "Jing'an"),
    PUTUO("310107", "普陀", "Putuo"),
    HONGKOU("310109", "虹口", "Hongkou"),
    YANGPU("310110", "杨浦", "Yangpu"),
    MINHANG("310112", "闵行", "Minhang"),
    BAOSHAN("310113", "宝山", "Baoshan"),
    JIADING("310114", "嘉定", "Jiading"),
    PUDONG("310115", "浦东新区", "Pudong New Area"),
    JINSHAN("310116", "金山", "Jinshan"),
    SONGJIANG("310117", "松江", "Songjiang"),
    QINGPU("310118", "青浦", "Qingpu"),
    FENGXIAN("310120", "奉贤", "Fengxian"),
    CHONGMING("310151", "崇明", "Chongming");

    private final String code;
    private final Text title;

    District(String code, String zh, String en) {
        this.code = code;
        this.title = new Text(zh.endsWith("区") ? zh : zh + "区", en);
    }

    /** Six digits. */
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    public static Optional<District> byCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }

    /** By Chinese name, with or without 区 (浦东 and 浦东新区 alike). */
    public static Optional<District> byName(String name) {
        String bare = bare(name.strip());
        return Arrays.stream(values())
                .filter(d -> bare(d.title.zh()).equals(bare))
                .findFirst();
    }

    private static String bare(String name) {
        return name.replaceFirst("(新区|区)$", "");
    }
}
