-- Entries stand.

CREATE TRIGGER docket_batch_no_update BEFORE UPDATE ON docket_batch FOR EACH ROW
    EXECUTE FUNCTION stands('that entries were made together is never changed or deleted');
CREATE TRIGGER docket_batch_no_delete BEFORE DELETE ON docket_batch FOR EACH ROW
    EXECUTE FUNCTION stands('that entries were made together is never changed or deleted');
CREATE TRIGGER docket_batch_no_truncate BEFORE TRUNCATE ON docket_batch FOR EACH STATEMENT
    EXECUTE FUNCTION stands('that entries were made together is never changed or deleted');
