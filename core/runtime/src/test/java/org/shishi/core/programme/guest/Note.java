package org.shishi.core.programme.guest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "note")
public class Note {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Column(name = "words")
    private String words;

    protected Note() {}

    public Note(String words) {
        this.words = words;
    }

    public UUID id() {
        return id;
    }

    public String words() {
        return words;
    }
}
