-- New access codes that staff gave out: what showed that the request is theirs. Personal; the note goes with the requester.
CREATE TABLE code_reissue (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    -- The entry of the docket that says so.
    docket_seq BIGINT NOT NULL,
    -- `facts`, `identity` or `authority`.
    ground TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (request_id, docket_seq)
);
