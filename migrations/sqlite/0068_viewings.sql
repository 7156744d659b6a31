-- Family viewings: an offer before a recording becomes public, and what became of it; rows that stand. Names, places and words stand
-- apart, so that they can be erased. Private: nothing of it is counted or shown in public.
CREATE TABLE viewing (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    -- From 1 within the notice.
    no BIGINT NOT NULL,
    receiver TEXT NOT NULL,
    way TEXT NOT NULL,
    offered_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    UNIQUE (notice_id, no)
);

CREATE TABLE viewing_step (
    viewing_id TEXT NOT NULL REFERENCES viewing (id),
    no BIGINT NOT NULL,
    -- `accept`, `decline`, `appoint`, `hold`, `miss`.
    step TEXT NOT NULL,
    on_date TEXT NOT NULL,
    -- The day that an appointment sets.
    day TEXT,
    entered_at BIGINT NOT NULL,
    -- Nobody: the family, on the page of their notice.
    entered_by TEXT REFERENCES staff (id),
    PRIMARY KEY (viewing_id, no)
);

-- Personal: of the offer (0) whom the family can turn to, of a step its time and place, who came, or why not. Erased with the
-- request.
CREATE TABLE viewing_words (
    viewing_id TEXT NOT NULL REFERENCES viewing (id),
    no BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (viewing_id, no)
);

CREATE TRIGGER viewing_no_update BEFORE UPDATE ON viewing
BEGIN SELECT RAISE(ABORT, 'an offered viewing is never changed or deleted'); END;

CREATE TRIGGER viewing_no_delete BEFORE DELETE ON viewing
BEGIN SELECT RAISE(ABORT, 'an offered viewing is never changed or deleted'); END;

CREATE TRIGGER viewing_no_replace BEFORE INSERT ON viewing
WHEN EXISTS (SELECT 1 FROM viewing o WHERE o.id = NEW.id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an offered viewing is never changed or deleted'); END;

CREATE TRIGGER viewing_step_no_update BEFORE UPDATE ON viewing_step
BEGIN SELECT RAISE(ABORT, 'a step of a viewing is never changed or deleted'); END;

CREATE TRIGGER viewing_step_no_delete BEFORE DELETE ON viewing_step
BEGIN SELECT RAISE(ABORT, 'a step of a viewing is never changed or deleted'); END;

CREATE TRIGGER viewing_step_no_replace BEFORE INSERT ON viewing_step
WHEN EXISTS (SELECT 1 FROM viewing_step o WHERE o.viewing_id = NEW.viewing_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a step of a viewing is never changed or deleted'); END;
