package org.shishi.testbed.stays;

import java.nio.file.Path;
import org.shishi.testbed.programme.HandMadeJar;

/** The jar of {@link StaysProgramme}. */
public final class StaysJar {

    public static final String ID = "stays";
    public static final int YEAR = 2024;
    public static final String RECORDS = "stays";
    /** The group of the sample programme's gifts. */
    public static final String GROUP = "SAMPLE_GIFT";

    private StaysJar() {}

    public static void drop(Path target) {
        new HandMadeJar(ID, YEAR + ".1.0")
                .programme(StaysProgramme.class)
                .uses("form", "identity", "money", "organisation", "people", "record", "rule", "workflow")
                .entity(Stay.class)
                .with(Stay.State.class)
                .with("db/migration/V1__stays.sql", TABLE)
                .with("edition.yaml", "state: PUBLISHED\nparameters: {}\n")
                .with("messages_zh.properties", CHINESE)
                .with("messages_en.properties", ENGLISH)
                .drop(target);
    }

    private static final String TABLE =
            """
            create table stay (
                id uuid primary key,
                version bigint not null,
                owner_org uuid not null,
                status varchar(40) not null,
                created_by uuid not null,
                created_at timestamp(6) not null,
                updated_by uuid not null,
                updated_at timestamp(6) not null,
                import_id uuid,
                person_id uuid not null,
                name varchar(100) not null,
                resident_id varchar(30) not null
            );
            create index stay_owner on stay (owner_org, created_at, id);
            """;

    private static final String CHINESE =
            """
            programme.title=疗休养
            stays=名单
            stays.one=名单
            stays.name=姓名
            stays.residentId=身份证号码
            stays.personId=人员
            participation.stay=疗休养
            State.DRAFT=草稿
            State.SUBMITTED=已提交
            State.APPROVED=已批准
            State.PAID=已支付
            action.submit=提交
            action.approve=批准
            action.pay=支付
            form.STAYS-1=疗休养名单
            STAY-STATE=当前状态下不能进行此操作
            STAY-TWICE=已参加{0}，{1}，{2}
            """;

    private static final String ENGLISH =
            """
            programme.title=Stays
            stays=Stays
            stays.one=Stay
            stays.name=Name
            stays.residentId=Resident ID
            stays.personId=Person
            participation.stay=Stay
            State.DRAFT=Draft
            State.SUBMITTED=Submitted
            State.APPROVED=Approved
            State.PAID=Paid
            action.submit=Submit
            action.approve=Approve
            action.pay=Pay
            form.STAYS-1=Stays
            STAY-STATE=Not possible in this state
            STAY-TWICE=Takes part already: {0}, {1}, {2}
            """;
}
