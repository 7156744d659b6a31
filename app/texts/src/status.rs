//! Words: status.

use crate::words;

words! { pub trait StatusWords:
}
