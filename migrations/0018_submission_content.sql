-- Forms that have done their work: HMAC of their keys, HMAC of what was in them, and where the answer led. Whoever goes back
-- and sends other content under the same key is told so. Forms sent to a version before this one have no row here.
CREATE TABLE submission_content (
    key_hash TEXT NOT NULL PRIMARY KEY,
    content_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL
);
