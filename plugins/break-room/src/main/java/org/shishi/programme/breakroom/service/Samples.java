package org.shishi.programme.breakroom.service;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.model.SampleResult;
import org.shishi.programme.breakroom.model.SampledRoom;
import org.shishi.programme.breakroom.model.SpotSample;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;
import org.shishi.programme.breakroom.rule.SampleRules;

/** The city's draws of rooms for unannounced checks (annex 2-1 §三(八)): to make a new one is to draw; written once. */
public final class Samples {

    /** Bytes of a seed; nobody can try them all to get the rooms he likes. */
    private static final int SEED = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static final RecordType<SpotSample> TYPE = RecordType.of("samples", SpotSample.class, SpotSample::new)
            .title(SpotSample::getTitle)
            .icon("vaadin:random")
            .field(Field.text("title", SpotSample::getTitle, SpotSample::setTitle)
                    .required()
                    .max(100)
                    .listed())
            .field(Field.date("drawnOn", SpotSample::getDrawnOn, SpotSample::setDrawnOn)
                    .internal()
                    .listed()
                    .in("draw"))
            .field(Field.decimal("percent", SpotSample::getPercent, SpotSample::setPercent)
                    .internal()
                    .listed()
                    .in("draw"))
            .field(Field.integer("population", SpotSample::getPopulation, SpotSample::setPopulation)
                    .internal()
                    .listed()
                    .in("draw"))
            .field(Field.integer("drawn", SpotSample::getDrawn, SpotSample::setDrawn)
                    .internal()
                    .listed()
                    .in("draw"))
            .field(Field.text("seed", SpotSample::getSeed, SpotSample::setSeed)
                    .internal()
                    .in("draw"))
            .field(Field.text("populationHash", SpotSample::getPopulationHash, SpotSample::setPopulationHash)
                    .internal()
                    .in("draw"))
            .createdBy(Right.INSPECT)
            .createdAt(OrgType.CITY)
            .writtenOnce()
            .check(Samples::check)
            .onCreated(Samples::draw)
            .build();

    private Samples() {}

    /** Whether there is anything to draw, by the rule itself; which rooms it will be is not decided before the draw. */
    private static List<Violation> check(SpotSample sample, RecordContext context) {
        return sample(plaqued(context).values(), "", context).refusals().stream()
                .map(refusal -> Violation.of(refusal.code(), null))
                .toList();
    }

    private static void draw(SpotSample sample, RecordContext context) {
        Map<String, BreakRoom> rooms = plaqued(context);
        byte[] seed = new byte[SEED];
        RANDOM.nextBytes(seed);
        sample.setSeed(HexFormat.of().formatHex(seed));
        sample.setDrawnOn(context.today());
        sample.setPercent(percent(context));
        sample.setPopulationHash(SampleRules.populationHash(rooms.keySet()));
        SampleRules.Sample drawn =
                sample(rooms.values(), sample.getSeed(), context).orThrow();
        sample.setPopulation(drawn.population());
        drawn.drawn().forEach(id -> add(sample, rooms.get(id), context));
        sample.setDrawn(drawn.drawn().size());
    }

    private static void add(SpotSample sample, BreakRoom room, RecordContext context) {
        SampledRoom member = SampledRooms.TYPE.blank();
        member.setSample(sample.id());
        member.setRound(sample.getTitle());
        member.setRoom(room.id());
        member.setName(room.getName());
        member.setDistrict(room.getDistrict());
        member.setUnionOrg(context.secondLevelOf(room.head().ownerOrg())
                .map(Organisation::id)
                .orElse(null));
        member.setResult(SampleResult.OPEN);
        context.programme().records(SampledRooms.TYPE).create(context.caller(), member);
    }

    private static Outcome<SampleRules.Sample> sample(
            java.util.Collection<BreakRoom> rooms, String seed, RecordContext context) {
        return SampleRules.spotCheckSample(
                rooms.stream()
                        .map(room -> new RoomStatus(room.id().toString(), room.state()))
                        .toList(),
                seed,
                percent(context));
    }

    private static java.math.BigDecimal percent(RecordContext context) {
        return (java.math.BigDecimal) context.programme()
                .edition()
                .value("breakroom.spotCheckPercent")
                .orElse(null);
    }

    private static Map<String, BreakRoom> plaqued(RecordContext context) {
        return context.programme().database().read(em -> em.createQuery(
                        "select r from BreakRoom r where r.head.status = :plaqued", BreakRoom.class)
                .setParameter("plaqued", RoomState.PLAQUED.name())
                .getResultStream()
                .collect(Collectors.toMap(room -> room.id().toString(), Function.identity())));
    }

    /** Whether the draw is still going on, in the transaction that makes the sample. */
    static boolean open(UUID sample, RecordContext context) {
        return context.find(TYPE, sample)
                .filter(found -> found.getDrawn() == null)
                .isPresent();
    }
}
