//! Words: filing.

use crate::words;

words! { pub trait FilingWords:
}
