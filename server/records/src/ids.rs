//! Ids of new rows.

/// An id for a new row: a UUID of version 7 (RFC 9562), in hexadecimal without hyphens, so that newer rows sort later.
pub fn new_id() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
