package org.shishi.kit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shishi.kit.Sample;

final class SmallPartsTest {

    @Test
    void barsAreSharesOfTheLargest() {
        assertEquals(100, BarChart.percent(40, 40));
        assertEquals(33.3, BarChart.percent(1, 3));
        assertEquals(0, BarChart.percent(-1, 3));
        assertEquals(0, BarChart.percent(0, 0));
    }

    @Test
    void sizesOfFilesAreRound() {
        assertEquals("512 B", AttachmentPanel.size(512));
        assertEquals("1 KiB", AttachmentPanel.size(1536));
        assertEquals("1.5 MiB", AttachmentPanel.size(1536 * 1024));
    }

    @Test
    void aBadgeIsWordIconAndColour() {
        StatusBadge badge = StatusBadge.of(Sample.TYPE, "HANDED_IN", Sample.TEXTS, Locale.ENGLISH)
                .orElseThrow();
        assertTrue(badge.getClassNames().contains("status-waiting"));
        assertEquals(2, badge.getComponentCount());
        assertTrue(
                StatusBadge.of(Sample.TYPE, null, Sample.TEXTS, Locale.ENGLISH).isEmpty());
    }

    @Test
    void linksCarryTheirConditions() {
        assertEquals("2026/x", Links.withQuery("2026/x", QueryParameters.empty()));
        assertEquals("2026/x?status=DRAFT", Links.withQuery("2026/x", QueryParameters.of("status", "DRAFT")));
    }
}
