package org.shishi.api.organisation;

import java.util.Arrays;
import java.util.Optional;
import org.shishi.api.rule.Coded;
import org.shishi.api.text.Normal;
import org.shishi.api.text.Text;

/** The sixteen districts by GB/T 2260, in its order (domain specification RD-2). */
public enum District implements Coded {
    HUANGPU("310101", "黄浦区", "Huangpu"),
    XUHUI("310104", "徐汇区", "Xuhui"),
    CHANGNING("310105", "长宁区", "Changning"),
    JINGAN("310106", "静安区", "Jing'an"),
    PUTUO("310107", "普陀区", "Putuo"),
    HONGKOU("310109", "虹口区", "Hongkou"),
    YANGPU("310110", "杨浦区", "Yangpu"),
    MINHANG("310112", "闵行区", "Minhang"),
    BAOSHAN("310113", "宝山区", "Baoshan"),
    JIADING("310114", "嘉定区", "Jiading"),
    PUDONG("310115", "浦东新区", "Pudong New Area"),
    JINSHAN("310116", "金山区", "Jinshan"),
    SONGJIANG("310117", "松江区", "Songjiang"),
    QINGPU("310118", "青浦区", "Qingpu"),
    FENGXIAN("310120", "奉贤区", "Fengxian"),
    CHONGMING("310151", "崇明区", "Chongming");

    private static final String CITY = "上海市";

    private final String code;
    private final Text title;

    District(String code, String zh, String en) {
        this.code = code;
        this.title = new Text(zh, en);
    }

    /** Six digits. */
    @Override
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    public static Optional<District> byCode(String code) {
        String wanted = Normal.text(code);
        return Arrays.stream(values()).filter(d -> d.code.equals(wanted)).findFirst();
    }

    /** By Chinese name with or without 区 or 上海市 before it (浦东, 浦东区 for 浦东新区, too), or by English name. */
    public static Optional<District> byName(String name) {
        String whole = Normal.text(name);
        String wanted = whole.startsWith(CITY) ? Normal.text(whole.substring(CITY.length())) : whole;
        return Arrays.stream(values()).filter(d -> d.isCalled(wanted)).findFirst();
    }

    private boolean isCalled(String name) {
        String zh = title.zh();
        String bare = zh.substring(0, zh.length() - 1);
        return name.equals(zh)
                || name.equals(bare)
                || (name + "新区").equals(zh)
                || name.endsWith("区") && (name.substring(0, name.length() - 1) + "新区").equals(zh)
                || name.equalsIgnoreCase(title.en());
    }
}
