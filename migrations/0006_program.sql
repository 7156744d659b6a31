-- The program's texts as administrators published them, each version whole. Only added to: the newest counts.
CREATE TABLE program_text (
    -- `sources`, or a section's key.
    text_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    -- Why it was changed.
    reason TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_on TEXT NOT NULL,
    published_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (text_key, version)
);
