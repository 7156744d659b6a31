-- What was published of the program stays as it was.
CREATE FUNCTION program_text_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published text is never changed or deleted';
END;
$$;

CREATE TRIGGER program_text_no_change BEFORE UPDATE OR DELETE ON program_text
    FOR EACH ROW EXECUTE FUNCTION program_text_stands();

CREATE TRIGGER program_text_no_truncate BEFORE TRUNCATE ON program_text
    FOR EACH STATEMENT EXECUTE FUNCTION program_text_stands();
