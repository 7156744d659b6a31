-- The daily mail of what is due, to each member of staff.

-- Since when an account does without it, and the language it is written in (`en` where NULL).
ALTER TABLE staff ADD COLUMN daily_mail_off_at BIGINT;
ALTER TABLE staff ADD COLUMN daily_mail_language TEXT;

-- On which days an account was written to, or had nothing due, so that it is done once a day by whichever program is first.
CREATE TABLE daily_mail (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    on_date TEXT NOT NULL,
    PRIMARY KEY (staff_id, on_date)
);
