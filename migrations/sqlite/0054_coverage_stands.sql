-- Coverage sheets stand.

CREATE TRIGGER coverage_sheet_no_update BEFORE UPDATE ON coverage_sheet
BEGIN SELECT RAISE(ABORT, 'a coverage sheet is never changed or deleted'); END;

CREATE TRIGGER coverage_sheet_no_delete BEFORE DELETE ON coverage_sheet
BEGIN SELECT RAISE(ABORT, 'a coverage sheet is never changed or deleted'); END;

CREATE TRIGGER coverage_sheet_no_replace BEFORE INSERT ON coverage_sheet
WHEN EXISTS (SELECT 1 FROM coverage_sheet o WHERE o.request_id = NEW.request_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a coverage sheet is never changed or deleted'); END;

CREATE TRIGGER coverage_gap_no_update BEFORE UPDATE ON coverage_gap
BEGIN SELECT RAISE(ABORT, 'a gap of a coverage sheet is never changed or deleted'); END;

CREATE TRIGGER coverage_gap_no_delete BEFORE DELETE ON coverage_gap
BEGIN SELECT RAISE(ABORT, 'a gap of a coverage sheet is never changed or deleted'); END;

CREATE TRIGGER coverage_gap_no_replace BEFORE INSERT ON coverage_gap
WHEN EXISTS (SELECT 1 FROM coverage_gap o WHERE o.request_id = NEW.request_id AND o.no = NEW.no AND o.line = NEW.line OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a gap of a coverage sheet is never changed or deleted'); END;
