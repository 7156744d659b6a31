-- Templates stand version by version; the words of a letter that was written are erased or stay as they are.

CREATE TRIGGER letter_template_no_update BEFORE UPDATE ON letter_template
BEGIN SELECT RAISE(ABORT, 'a template of a letter is never changed or deleted'); END;

CREATE TRIGGER letter_template_no_delete BEFORE DELETE ON letter_template
BEGIN SELECT RAISE(ABORT, 'a template of a letter is never changed or deleted'); END;

CREATE TRIGGER letter_template_no_replace BEFORE INSERT ON letter_template
WHEN EXISTS (SELECT 1 FROM letter_template o WHERE o.kind = NEW.kind AND o.version = NEW.version OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a template of a letter is never changed or deleted'); END;

CREATE TRIGGER outbox_words_stand BEFORE UPDATE OF subject, body_text, body_html ON outbox
WHEN NEW.erased_at IS NULL AND (NEW.subject <> OLD.subject OR NEW.body_text <> OLD.body_text OR NEW.body_html <> OLD.body_html)
BEGIN SELECT RAISE(ABORT, 'the words of a letter are erased or stay as they are'); END;

CREATE TRIGGER paper_letter_words_stand BEFORE UPDATE OF document ON paper_letter
WHEN NEW.erased_at IS NULL AND NEW.document <> OLD.document
BEGIN SELECT RAISE(ABORT, 'the words of a letter are erased or stay as they are'); END;
