package org.shishi.programme.breakroom.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** A draw of rooms for the city's unannounced checks, with all that is needed to draw the same again. */
@Entity
@Table(name = "spot_sample")
public class SpotSample implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "title")
    private String title;

    @Column(name = "drawn_on")
    private LocalDate drawnOn;

    @Column(name = "percent_drawn")
    private BigDecimal percent;

    @Column(name = "seed")
    private String seed;

    @Column(name = "population")
    private Integer population;

    @Column(name = "drawn")
    private Integer drawn;

    @Column(name = "population_hash")
    private String populationHash;

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public RecordHead head() {
        return head;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String value) {
        title = value;
    }

    public LocalDate getDrawnOn() {
        return drawnOn;
    }

    public void setDrawnOn(LocalDate value) {
        drawnOn = value;
    }

    /** As the edition had it on that day. */
    public BigDecimal getPercent() {
        return percent == null ? null : percent.stripTrailingZeros().add(BigDecimal.ZERO);
    }

    public void setPercent(BigDecimal value) {
        percent = value;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String value) {
        seed = value;
    }

    /** How many rooms had their plaque. */
    public Integer getPopulation() {
        return population;
    }

    public void setPopulation(Integer value) {
        population = value;
    }

    /** How many were drawn; null until the draw has ended. */
    public Integer getDrawn() {
        return drawn;
    }

    public void setDrawn(Integer value) {
        drawn = value;
    }

    /** SHA-256 of the ids that were drawn from, in ascending order, one a line. */
    public String getPopulationHash() {
        return populationHash;
    }

    public void setPopulationHash(String value) {
        populationHash = value;
    }
}
