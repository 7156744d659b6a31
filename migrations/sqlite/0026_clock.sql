-- The day of the gate is the newest day of the audit log. So no entry lies far ahead of this machine's clock, and none bears
-- another day than its instant has somewhere on earth: whoever would let footage out early would have to move the clock.

CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX docket_at ON docket (at);

-- Under the setting `clock` time is set by hand, for tests and drills: such a database begins so, before its first entry.
CREATE TRIGGER clock_by_hand_from_the_start BEFORE INSERT ON setting
WHEN NEW.name = 'clock' AND (EXISTS (SELECT 1 FROM audit_entry) OR EXISTS (SELECT 1 FROM docket))
BEGIN SELECT RAISE(ABORT, 'a database with entries keeps to the clock'); END;

CREATE TRIGGER clock_by_hand_never_later BEFORE UPDATE ON setting
WHEN NEW.name = 'clock' OR OLD.name = 'clock'
BEGIN SELECT RAISE(ABORT, 'a database with entries keeps to the clock'); END;

-- The last instant that an entry may bear, and the last day that a release or a deletion may. 24 hours: more than any zone,
-- daylight time or badly set clock of a replica explains, and less than the shortest day of the law. 14 hours: where on
-- earth the day comes first.
CREATE VIEW clock_limit AS
SELECT (CAST(strftime('%s', 'now') AS INTEGER) + 24 * 3600) * 1000000 AS at, date('now', '+14 hours') AS on_date
WHERE NOT EXISTS (SELECT 1 FROM setting s WHERE s.name = 'clock');

CREATE TRIGGER audit_entry_not_ahead BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.at > c.at)
BEGIN SELECT RAISE(ABORT, 'an entry lies more than 24 hours ahead of the clock'); END;

CREATE TRIGGER docket_not_ahead BEFORE INSERT ON docket
WHEN EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.at > c.at)
BEGIN SELECT RAISE(ABORT, 'an entry lies more than 24 hours ahead of the clock'); END;

-- A docket may bear an earlier day: what came on paper is entered later.
CREATE TRIGGER audit_entry_on_its_day BEFORE INSERT ON audit_entry
WHEN (NEW.on_date BETWEEN date(NEW.at / 1000000, 'unixepoch', '-12 hours')
    AND date(NEW.at / 1000000, 'unixepoch', '+14 hours')) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'the day of an entry is not that of its instant'); END;

CREATE TRIGGER docket_on_its_day BEFORE INSERT ON docket
WHEN (NEW.on_date <= date(NEW.at / 1000000, 'unixepoch', '+14 hours')) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'the day of an entry lies after its instant'); END;

CREATE TRIGGER release_not_ahead BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.on_date > c.on_date OR NEW.released_at > c.at)
BEGIN SELECT RAISE(ABORT, 'release refused: it lies ahead of the clock'); END;

CREATE TRIGGER deletion_not_ahead BEFORE INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.on_date > c.on_date)
BEGIN SELECT RAISE(ABORT, 'a deletion is not dated ahead of the clock'); END;
