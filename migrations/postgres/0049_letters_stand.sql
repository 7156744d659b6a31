-- Templates stand version by version; the words of a letter that was written are erased or stay as they are.

CREATE TRIGGER letter_template_no_update BEFORE UPDATE ON letter_template FOR EACH ROW
    EXECUTE FUNCTION stands('a template of a letter is never changed or deleted');
CREATE TRIGGER letter_template_no_delete BEFORE DELETE ON letter_template FOR EACH ROW
    EXECUTE FUNCTION stands('a template of a letter is never changed or deleted');
CREATE TRIGGER letter_template_no_truncate BEFORE TRUNCATE ON letter_template FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a template of a letter is never changed or deleted');

CREATE TRIGGER outbox_words_stand BEFORE UPDATE ON outbox FOR EACH ROW
    WHEN (NEW.erased_at IS NULL AND (NEW.subject <> OLD.subject OR NEW.body_text <> OLD.body_text OR NEW.body_html <> OLD.body_html))
    EXECUTE FUNCTION stands('the words of a letter are erased or stay as they are');

CREATE TRIGGER paper_letter_words_stand BEFORE UPDATE ON paper_letter FOR EACH ROW
    WHEN (NEW.erased_at IS NULL AND NEW.document <> OLD.document)
    EXECUTE FUNCTION stands('the words of a letter are erased or stay as they are');
