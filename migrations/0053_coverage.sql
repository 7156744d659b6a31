-- Coverage sheets: which cameras should have recorded what a request asks for, and why there is a gap. A sheet is corrected by a
-- newer one; none is changed.
CREATE TABLE coverage_sheet (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    no BIGINT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    -- Its lines as JSON; nothing of whoever filed.
    content TEXT NOT NULL,
    PRIMARY KEY (request_id, no)
);

-- The gaps of each sheet, for the statistics.
CREATE TABLE coverage_gap (
    request_id TEXT NOT NULL,
    no BIGINT NOT NULL,
    line BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (request_id, no, line),
    FOREIGN KEY (request_id, no) REFERENCES coverage_sheet (request_id, no)
);
