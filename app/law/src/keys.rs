//! Names as text: what forms, tables and links call the variants of a plain enum.

/// Gives a fieldless enum `ALL`, `key` and `parse`, with the keys that serde writes.
#[macro_export]
macro_rules! keyed {
    ($kind:ident { $($variant:ident => $key:literal),+ $(,)? }) => {
        impl $kind {
            /// Every one, in the order of declaration.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// The key that forms, tables and links use; the same as in JSON.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }

            /// The one with this key, if any.
            pub fn parse(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.key() == key)
            }
        }
    };
}

pub(crate) use keyed;
