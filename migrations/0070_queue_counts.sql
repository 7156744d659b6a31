-- What the head of the queue counts is read from narrow indexes, and not from a line of every open request for each number.
CREATE INDEX records_request_assigned ON records_request (assigned_to) WHERE closed_on IS NULL;
CREATE INDEX records_request_unread ON records_request (unread) WHERE closed_on IS NULL AND unread > 0;
CREATE INDEX records_request_due ON records_request (next_due, office_due) WHERE closed_on IS NULL;

-- A page of the queue is picked in the order of the nearest day, whatever it is filtered by, from this index alone.
DROP INDEX records_request_queue;
CREATE INDEX records_request_queue ON records_request (COALESCE(next_due, office_due, '9999-12-31'), received_at, id,
    next_due, office_due, next_clock, stage, waits_for, track, division, assigned_to, unread, needed_by, number, closed_on)
    WHERE closed_on IS NULL;

-- The first of all open requests by name.
CREATE INDEX requester_search_by_name ON requester_search (name, request_id);
