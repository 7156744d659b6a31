-- What was published of the programme stays as it was.
CREATE FUNCTION programme_text_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published text is never changed or deleted';
END;
$$;

CREATE TRIGGER programme_text_no_change BEFORE UPDATE OR DELETE ON programme_text
    FOR EACH ROW EXECUTE FUNCTION programme_text_stands();

CREATE TRIGGER programme_text_no_truncate BEFORE TRUNCATE ON programme_text
    FOR EACH STATEMENT EXECUTE FUNCTION programme_text_stands();
