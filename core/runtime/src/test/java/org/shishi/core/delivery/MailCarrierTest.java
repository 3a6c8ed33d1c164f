package org.shishi.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.core.delivery.MailSettings.Security;
import org.shishi.core.platform.TestClock;
import org.shishi.core.text.CoreMessages;

/** Against a real SMTP server. */
class MailCarrierTest {

    private static final UUID NOTICE = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    MailCarrierTest() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailCarrier carrier(Security security, int port, String password) {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                port,
                security,
                password.isEmpty() ? "" : "shishi",
                password,
                "shishi@example.org",
                "https://shishi.example.org");
        return new MailCarrier(settings, new CoreMessages(), new TestClock());
    }

    private static Envelope letter(Locale locale, String... titles) {
        List<Envelope.Item> items = Arrays.stream(titles)
                .map(title -> new Envelope.Item(NOTICE, title, "还有3天到期", "2026/basket"))
                .toList();
        return new Envelope(NOTICE.toString(), "officer@example.org", locale, items);
    }

    @Test
    void arrivesReadableWithTheSameIdAtEachTry() throws Exception {
        MailCarrier carrier = carrier(Security.NONE, server.getSmtp().getPort(), "");
        carrier.carry(letter(Locale.CHINESE, "申报截止：还有3天到期"));
        carrier.carry(letter(Locale.CHINESE, "申报截止：还有3天到期"));
        carrier.close();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertEquals(2, arrived.length);
        assertEquals("申报截止：还有3天到期", arrived[0].getSubject());
        assertEquals("<" + NOTICE + "@example.org>", arrived[0].getMessageID());
        assertEquals(arrived[0].getMessageID(), arrived[1].getMessageID());
        String body = (String) arrived[0].getContent();
        assertTrue(body.contains("还有3天到期"), body);
        assertTrue(body.contains("https://shishi.example.org/2026/basket"), body);
        assertEquals("auto-generated", arrived[0].getHeader("Auto-Submitted")[0]);
    }

    @Test
    void aDigestNamesEachNotice() throws Exception {
        MailCarrier carrier = carrier(Security.NONE, server.getSmtp().getPort(), "");
        carrier.carry(letter(Locale.ENGLISH, "First", "Second"));
        carrier.close();

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertEquals("Shishi: 2 notices", arrived.getSubject());
        String body = (String) arrived.getContent();
        assertTrue(body.contains("First") && body.contains("Second"), body);
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingIt() {
        server.setUser("shishi", "right-password");
        MailCarrier carrier = carrier(Security.NONE, server.getSmtp().getPort(), "wrong-password");
        UndeliveredException refused =
                assertThrows(UndeliveredException.class, () -> carrier.carry(letter(Locale.CHINESE, "x")));
        assertFalse(refused.getMessage().contains("password-"), refused.getMessage());
        assertFalse(refused.getMessage().contains("wrong-password"), refused.getMessage());
    }

    @Test
    void aServerThatCannotBeTrustedOrRaisedToTlsIsNotGivenTheLetter() {
        // Its certificate is its own; nobody vouches for it.
        MailCarrier tls = carrier(Security.TLS, server.getSmtps().getPort(), "");
        assertThrows(UndeliveredException.class, () -> tls.carry(letter(Locale.CHINESE, "x")));
        MailCarrier raised = carrier(Security.STARTTLS, server.getSmtp().getPort(), "");
        assertThrows(UndeliveredException.class, () -> raised.carry(letter(Locale.CHINESE, "x")));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void nobodyThereIsAReason() {
        int port = server.getSmtp().getPort();
        server.stop();
        MailCarrier carrier = carrier(Security.NONE, port, "");
        UndeliveredException refused =
                assertThrows(UndeliveredException.class, () -> carrier.carry(letter(Locale.CHINESE, "x")));
        assertFalse(refused.getMessage().isBlank());
    }
}
