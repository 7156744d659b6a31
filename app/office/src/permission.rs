//! Who may do what, as types: what takes a [`Custodian`] cannot be asked by anybody else.
//!
//! [`Staff`] is what the session layer makes of somebody who is signed in.

use std::ops::Deref;

use crate::{
    OfficeResult, Refusal,
    views::{Role, Staff},
};

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident by $method:ident if $may:expr;)+) => {
    $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(Staff);

        impl Deref for $name {
            type Target = Staff;

            fn deref(&self) -> &Staff {
                &self.0
            }
        }

        impl Staff {
            $(#[$doc])*
            ///
            /// # Errors
            /// [`Refusal::NotYours`] for everybody else.
            pub fn $method(&self) -> OfficeResult<$name> {
                let may: fn(&Self) -> bool = $may;
                if may(self) { Ok($name(self.clone())) } else { Err(Refusal::NotYours) }
            }
        }
    )+

        /// Which members of staff an address is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Permission {
            /// Whoever is signed in.
            SignedIn,
            $($(#[$doc])* $name,)+
        }

        impl Permission {
            /// Whether it is for somebody, whatever the object.
            ///
            /// # Errors
            /// [`Refusal::NotYours`] where it is not.
            pub fn check(self, staff: &Staff) -> OfficeResult<()> {
                match self {
                    Self::SignedIn => Ok(()),
                    $(Self::$name => staff.$method().map(|_| ()),)+
                }
            }
        }
    };
}

permissions! {
    /// Whoever works requests, registers recordings and serves notices.
    Custodian by custodian if |staff| staff.role.works();
    /// Whoever enters what is filed with a court: custodians everything, a prosecutor what their own office files.
    CourtFiler by court_filer if |staff| staff.role.works() || staff.role == Role::Prosecutor;
    /// A second pair of eyes: verifies orders and approves copies. A custodian is one for what another custodian did.
    Reviewer by reviewer if |staff| staff.role.checks();
    /// Whoever looks over what colleagues read: auditors, and those who administer.
    Auditor by auditor if |staff| staff.administers || staff.role == Role::Auditor;
    /// Whoever administers accounts, closures and the program's texts.
    Administrator by administrator if |staff| staff.administers;
}
