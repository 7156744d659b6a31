-- Who follows a request by e-mail. The address is erased when they stop.
CREATE TABLE follower (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    -- HMAC of the address, so that asking twice is recognized.
    address_mark TEXT NOT NULL,
    email TEXT,
    language TEXT NOT NULL,
    confirm_hash TEXT NOT NULL UNIQUE,
    stop_hash TEXT NOT NULL UNIQUE,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    stopped_at BIGINT,
    UNIQUE (request_id, address_mark)
);

-- Letters to be sent: written in the transaction they tell about, sent by the worker.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    stop_url TEXT,
    -- One for the life of the letter, so that a second copy is seen to be one.
    message_id TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease_until BIGINT,
    lease_token TEXT,
    sent_at BIGINT,
    gave_up_at BIGINT,
    last_error TEXT
);

CREATE INDEX outbox_waiting ON outbox (not_before) WHERE sent_at IS NULL AND gave_up_at IS NULL;
CREATE INDEX outbox_request ON outbox (request_id);
