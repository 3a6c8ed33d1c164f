package org.shishi.core.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Collectors;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.core.persistence.ContextLoader;

/** Letters as plain e-mail over SMTP; one connection for as long as there is something to send. */
final class MailCarrier implements Carrier {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final CoreTexts texts;
    private final Clock clock;
    private final Session session;
    private Transport open;

    MailCarrier(MailSettings settings, CoreTexts texts, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        this.session =
                ContextLoader.with(MailCarrier.class.getClassLoader(), () -> Session.getInstance(settings.session()));
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.EMAIL;
    }

    @Override
    public boolean ready() {
        return !settings.host().isEmpty();
    }

    @Override
    public synchronized void carry(Envelope letter) throws UndeliveredException {
        try {
            MimeMessage message = message(letter);
            connection().sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            close();
            throw new UndeliveredException(reason(e), e);
        }
    }

    private MimeMessage message(Envelope letter) throws MessagingException {
        // saveChanges would make an id of its own; this one is the same at each try.
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + settings.domain() + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address()));
        message.setSubject(subject(letter), UTF_8);
        message.setText(body(letter), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private String subject(Envelope letter) {
        return letter.items().size() == 1
                ? letter.items().getFirst().title()
                : texts.get("delivery.digest", letter.items().size()).in(letter.locale());
    }

    private String body(Envelope letter) {
        boolean digest = letter.items().size() > 1;
        String items = letter.items().stream()
                .map(item -> (digest ? item.title() + "\n" : "") + item.body() + link(item))
                .collect(Collectors.joining("\n\n"));
        return items + "\n\n-- \n" + texts.get("delivery.footer").in(letter.locale()) + "\n";
    }

    private String link(Envelope.Item item) {
        return item.link() == null || settings.publicUrl().isEmpty()
                ? ""
                : "\n" + settings.publicUrl() + "/" + item.link();
    }

    private Transport connection() throws MessagingException {
        if (open == null || !open.isConnected()) {
            close();
            open = session.getTransport(settings.protocol());
            if (settings.user().isEmpty()) {
                open.connect();
            } else {
                open.connect(settings.host(), settings.port(), settings.user(), settings.password());
            }
        }
        return open;
    }

    /** The innermost reason, which is what the server or the network said; on one line, without addresses. */
    private static String reason(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        String said = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
        return said.replaceAll("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w.-]+", "***")
                .replaceAll("\\s+", " ")
                .strip();
    }

    synchronized void close() {
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // It was broken already.
            } finally {
                open = null;
            }
        }
    }
}
