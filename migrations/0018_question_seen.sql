-- When whoever filed first opened their page with number and code after the question or fee that waits: it shows that
-- they were told what silence does (610.026.2(2)). NULL: not since then.
ALTER TABLE requester ADD COLUMN question_seen_at BIGINT;
