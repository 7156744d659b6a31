//! Words: following.

use crate::words;

words! { pub trait FollowingWords:
}
