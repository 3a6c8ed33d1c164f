package org.shishi.shell.fake;

import java.util.Map;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** The wording of the refusals that the fakes give. */
public final class FakeWords implements CoreTexts {

    private static final Map<String, Text> WORDS = Map.of(
            "CORE-LOGIN", new Text("用户名或密码不正确。", "User name or password is wrong."),
            "CORE-LOGIN-LOCKED",
                    new Text("连续多次输入错误，账号已锁定，请在 14 分钟后再试。", "Locked for 14 minutes after too many failures."),
            "CORE-FORBIDDEN", new Text("您没有此项权限。", "You may not do this."),
            "CORE-PASSWORD-WRONG", new Text("当前密码不正确。", "The current password is wrong."),
            "CORE-PASSWORD-SHORT", new Text("新密码至少需要 10 个字符。", "At least 10 characters."),
            "CORE-NOT-FOUND", new Text("没有找到。", "Not found."),
            "CORE-ORG-NAME", new Text("同一上级下已有同名单位。", "This name is taken."),
            "CORE-ACCOUNT-EXISTS", new Text("此用户名已被使用。", "This user name is taken."));

    @Override
    public Text message(Violation violation, Texts owner) {
        return WORDS.getOrDefault(violation.code(), Text.same(violation.code()));
    }

    @Override
    public Text get(String key, Object... args) {
        return Text.same(key);
    }

    @Override
    public boolean has(String key) {
        return false;
    }
}
