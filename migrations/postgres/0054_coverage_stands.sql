-- Coverage sheets stand.

CREATE TRIGGER coverage_sheet_no_update BEFORE UPDATE ON coverage_sheet FOR EACH ROW
    EXECUTE FUNCTION stands('a coverage sheet is never changed or deleted');
CREATE TRIGGER coverage_sheet_no_delete BEFORE DELETE ON coverage_sheet FOR EACH ROW
    EXECUTE FUNCTION stands('a coverage sheet is never changed or deleted');
CREATE TRIGGER coverage_sheet_no_truncate BEFORE TRUNCATE ON coverage_sheet FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a coverage sheet is never changed or deleted');

CREATE TRIGGER coverage_gap_no_update BEFORE UPDATE ON coverage_gap FOR EACH ROW
    EXECUTE FUNCTION stands('a gap of a coverage sheet is never changed or deleted');
CREATE TRIGGER coverage_gap_no_delete BEFORE DELETE ON coverage_gap FOR EACH ROW
    EXECUTE FUNCTION stands('a gap of a coverage sheet is never changed or deleted');
CREATE TRIGGER coverage_gap_no_truncate BEFORE TRUNCATE ON coverage_gap FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a gap of a coverage sheet is never changed or deleted');
