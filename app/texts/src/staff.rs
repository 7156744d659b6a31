//! Words: staff.

use crate::words;

words! { pub trait StaffWords:
}
