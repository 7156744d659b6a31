-- Days on which office or court was closed beside its holidays. Never changed: a deadline shows its work with the
-- closures that were known when its clock started.
CREATE TABLE closure (
    office TEXT NOT NULL,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (office, on_date)
);

-- Facts about this database: `demo` (fictional data), `secret` (which secret file belongs to it).
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);
