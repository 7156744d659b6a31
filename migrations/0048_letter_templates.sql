-- The office's own paragraphs of each kind of letter, version by version, each version whole and in both languages. What came with the
-- program is version 0 and stands here nowhere. Never changed: an older version comes back as a new one.
CREATE TABLE letter_template (
    -- `LetterKind`.
    kind TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- JSON: by paragraph, English and Spanish.
    paragraphs TEXT NOT NULL,
    -- Why it was changed.
    reason TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_on TEXT NOT NULL,
    published_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (kind, version)
);
