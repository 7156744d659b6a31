-- Entries stand.

CREATE TRIGGER docket_batch_no_update BEFORE UPDATE ON docket_batch
BEGIN SELECT RAISE(ABORT, 'that entries were made together is never changed or deleted'); END;

CREATE TRIGGER docket_batch_no_delete BEFORE DELETE ON docket_batch
BEGIN SELECT RAISE(ABORT, 'that entries were made together is never changed or deleted'); END;

CREATE TRIGGER docket_batch_no_replace BEFORE INSERT ON docket_batch
WHEN EXISTS (SELECT 1 FROM docket_batch o WHERE o.request_id = NEW.request_id AND o.seq = NEW.seq OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'that entries were made together is never changed or deleted'); END;
