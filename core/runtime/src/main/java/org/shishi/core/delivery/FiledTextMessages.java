package org.shishi.core.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON file a message, complete as soon as it has its name; whoever sends them takes the files away. */
final class FiledTextMessages extends TextMessageCarrier {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Clock clock;

    /** @param folder null: not set up */
    FiledTextMessages(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public boolean ready() {
        return folder != null;
    }

    @Override
    public void carry(Envelope letter) throws UndeliveredException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", letter.id());
        message.put("to", letter.address());
        message.put("text", words(letter));
        message.put("at", clock.instant().toString());
        try {
            Files.createDirectories(folder);
            Path begun = folder.resolve("." + letter.id() + ".tmp");
            Files.writeString(begun, JSON.writeValueAsString(message), StandardCharsets.UTF_8);
            Files.move(begun, folder.resolve(letter.id() + ".json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UndeliveredException(e.getClass().getSimpleName() + ": " + folder, e);
        }
    }
}
