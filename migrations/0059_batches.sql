-- An entry of the docket that was made with others in one act on a selection: one of how many.
CREATE TABLE docket_batch (
    request_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    -- From 1, in the order of the tracking numbers.
    no BIGINT NOT NULL,
    of_many BIGINT NOT NULL,
    PRIMARY KEY (request_id, seq),
    FOREIGN KEY (request_id, seq) REFERENCES docket (request_id, seq),
    CHECK (no >= 1 AND no <= of_many)
);
