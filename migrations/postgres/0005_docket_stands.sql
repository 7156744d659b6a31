-- The docket only grows.
CREATE FUNCTION docket_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the docket is never changed or deleted';
END;
$$;

CREATE TRIGGER docket_no_change BEFORE UPDATE OR DELETE ON docket
    FOR EACH ROW EXECUTE FUNCTION docket_stands();

CREATE TRIGGER docket_no_truncate BEFORE TRUNCATE ON docket
    FOR EACH STATEMENT EXECUTE FUNCTION docket_stands();
