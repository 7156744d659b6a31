-- From here on `attachment` holds papers of a third subject: `receipt`, what shows that a notice arrived; its id is the notice's.

-- What a paper that came with a request is to prove of whoever sent it, where they said so: `identity`, `authority`, `kinship`,
-- `death`, `guardianship`, `other`. It goes with the paper.
ALTER TABLE request_paper ADD COLUMN proof TEXT;
