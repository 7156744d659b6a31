-- The day of the gate is the newest day of the audit log. So no entry lies far ahead of the server's clock, and none bears
-- another day than its instant has somewhere on earth: whoever would let footage out early would have to move the clock.

CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX docket_at ON docket (at);

-- Under the setting `clock` time is set by hand, for tests and drills: such a database begins so, before its first entry.
CREATE FUNCTION clock_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM audit_entry) OR EXISTS (SELECT 1 FROM docket) THEN
        RAISE EXCEPTION 'a database with entries keeps to the clock';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER clock_by_hand_from_the_start BEFORE INSERT ON setting FOR EACH ROW
    WHEN (NEW.name = 'clock') EXECUTE FUNCTION clock_by_hand();
CREATE TRIGGER clock_by_hand_never_later BEFORE UPDATE ON setting FOR EACH ROW
    WHEN (NEW.name = 'clock' OR OLD.name = 'clock') EXECUTE FUNCTION clock_by_hand();

-- The last instant that an entry may bear, and the last day that a release or a deletion may. 24 hours: more than any zone,
-- daylight time or badly set clock of a replica explains, and less than the shortest day of the law. 14 hours: where on
-- earth the day comes first.
CREATE VIEW clock_limit AS
SELECT CAST((EXTRACT(EPOCH FROM clock_timestamp()) + 24 * 3600) * 1000000 AS BIGINT) AS at,
    to_char(clock_timestamp() AT TIME ZONE 'UTC' + INTERVAL '14 hours', 'YYYY-MM-DD') AS on_date
WHERE NOT EXISTS (SELECT 1 FROM setting s WHERE s.name = 'clock');

-- The day of an instant, so many hours east of Greenwich.
CREATE FUNCTION day_of_instant(at BIGINT, hours BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT to_char(TIMESTAMP '1970-01-01' + make_interval(secs => at / 1000000 + hours * 3600), 'YYYY-MM-DD')
$$;

CREATE FUNCTION entry_keeps_to_the_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.at > c.at) THEN
        RAISE EXCEPTION 'an entry lies more than 24 hours ahead of the clock';
    END IF;
    -- A docket may bear an earlier day: what came on paper is entered later.
    IF TG_TABLE_NAME = 'docket' AND NEW.on_date COLLATE "C" > day_of_instant(NEW.at, 14) THEN
        RAISE EXCEPTION 'the day of an entry lies after its instant';
    END IF;
    IF TG_TABLE_NAME = 'audit_entry' AND (NEW.on_date COLLATE "C" < day_of_instant(NEW.at, -12)
        OR NEW.on_date COLLATE "C" > day_of_instant(NEW.at, 14)) THEN
        RAISE EXCEPTION 'the day of an entry is not that of its instant';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER audit_entry_keeps_to_the_clock BEFORE INSERT ON audit_entry FOR EACH ROW
    EXECUTE FUNCTION entry_keeps_to_the_clock();
CREATE TRIGGER docket_keeps_to_the_clock BEFORE INSERT ON docket FOR EACH ROW
    EXECUTE FUNCTION entry_keeps_to_the_clock();

CREATE FUNCTION release_not_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.on_date COLLATE "C" > c.on_date OR NEW.released_at > c.at) THEN
        RAISE EXCEPTION 'release refused: it lies ahead of the clock';
    END IF;
    RETURN NEW;
END;
$$;
-- Asked first: triggers of a table go by their names.
CREATE TRIGGER clock_of_release BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_not_ahead();

CREATE FUNCTION deletion_not_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM clock_limit c WHERE NEW.on_date COLLATE "C" > c.on_date) THEN
        RAISE EXCEPTION 'a deletion is not dated ahead of the clock';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER deletion_not_ahead BEFORE INSERT ON deletion FOR EACH ROW EXECUTE FUNCTION deletion_not_ahead();
