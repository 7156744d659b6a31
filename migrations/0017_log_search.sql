-- The public log is read newest first, by track and by division, and searched in `log_text`. The text stands in the index
-- by time, so that a search reads a line of the index for each request and not the whole request.
CREATE INDEX records_request_log ON records_request (received_at, log_text);
CREATE INDEX records_request_track ON records_request (track, received_at);
CREATE INDEX records_request_division ON records_request (division, received_at);

DROP INDEX records_request_newest;
