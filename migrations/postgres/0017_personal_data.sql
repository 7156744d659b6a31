-- Personal data ends; what was entered by mistake is corrected by an entry that stands beside it.

-- Since when who filed and their words are erased.
ALTER TABLE requester ADD COLUMN erased_at BIGINT;

-- Why who filed a request was erased. The docket says that it was; the reason is for staff.
CREATE TABLE erasure (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES records_request (id),
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- Nobody: whoever runs the program did it.
    erased_by TEXT REFERENCES staff (id)
);

-- Closures that were taken back because they were entered by mistake, or entered once more. The last change counts.
CREATE TABLE closure_change (
    office TEXT NOT NULL,
    on_date TEXT NOT NULL,
    no BIGINT NOT NULL,
    -- `taken_back`, `entered_again`.
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (office, on_date, no),
    FOREIGN KEY (office, on_date) REFERENCES closure (office, on_date)
);

-- How people were reached before, each way as it was until it was changed. Private like `person_contact`.
CREATE TABLE person_contact_version (
    person_id TEXT NOT NULL REFERENCES person (id),
    receiver TEXT NOT NULL,
    no BIGINT NOT NULL,
    content TEXT NOT NULL,
    kept_from BIGINT NOT NULL,
    kept_until BIGINT NOT NULL,
    PRIMARY KEY (person_id, receiver, no)
);

-- Rows that stand for ever.

CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure FOR EACH ROW
    EXECUTE FUNCTION stands('an erasure is never changed or deleted');

CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure FOR EACH ROW
    EXECUTE FUNCTION stands('an erasure is never changed or deleted');

CREATE TRIGGER erasure_no_truncate BEFORE TRUNCATE ON erasure
    EXECUTE FUNCTION stands('an erasure is never changed or deleted');

CREATE TRIGGER closure_change_no_update BEFORE UPDATE ON closure_change FOR EACH ROW
    EXECUTE FUNCTION stands('a change of a closure is never changed or deleted');

CREATE TRIGGER closure_change_no_delete BEFORE DELETE ON closure_change FOR EACH ROW
    EXECUTE FUNCTION stands('a change of a closure is never changed or deleted');

CREATE TRIGGER closure_change_no_truncate BEFORE TRUNCATE ON closure_change
    EXECUTE FUNCTION stands('a change of a closure is never changed or deleted');

CREATE TRIGGER closure_no_update BEFORE UPDATE ON closure FOR EACH ROW
    EXECUTE FUNCTION stands('a closure is corrected by an entry beside it');

CREATE TRIGGER closure_no_delete BEFORE DELETE ON closure FOR EACH ROW
    EXECUTE FUNCTION stands('a closure is corrected by an entry beside it');

CREATE TRIGGER closure_no_truncate BEFORE TRUNCATE ON closure
    EXECUTE FUNCTION stands('a closure is corrected by an entry beside it');
