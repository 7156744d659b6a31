//! What figures do not say.

use crate::words::Pair;

macro_rules! caveats {
    ($($(#[$doc:meta])* $name:ident $key:literal { $en:literal, $es:literal })+) => {
        /// A limit of a figure, told beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Caveat {
            $($(#[$doc])* $name),+
        }

        impl Caveat {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its key.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key),+
                }
            }

            /// Its words.
            pub const fn words(self) -> Pair {
                match self {
                    $(Self::$name => ($en, $es)),+
                }
            }
        }
    };
}

caveats! {
    /// Small counts are hidden.
    Hidden "hidden" {
        "Small numbers are hidden, and some larger ones with them.",
        "Los números pequeños se ocultan, y con ellos algunos mayores."
    }
    /// Only what reached the portal.
    PortalOnly "portal_only" {
        "This counts what was filed here or entered here. A request made elsewhere and never entered is not in it.",
        "Aquí se cuenta lo que se presentó o se anotó en este portal. No incluye una solicitud hecha en otro lugar que \
         nunca se anotó."
    }
    /// Past months change.
    Moves "moves" {
        "A request is counted where it stands today. As requests move on, numbers of past months change too.",
        "Cada solicitud se cuenta donde está hoy. Cuando las solicitudes avanzan, también cambian los números de meses \
         pasados."
    }
    /// Open requests are counted as open.
    OpenCounted "open_counted" {
        "Requests still open are counted for as long as they have waited. None is left out, so waits do not look \
         shorter than they are.",
        "Las solicitudes abiertas se cuentan por el tiempo que llevan esperando. No se omite ninguna, para que las \
         esperas no parezcan más cortas de lo que son."
    }
    /// Requests that ended otherwise leave the curve.
    EndedOtherwise "ended_otherwise" {
        "A request that was denied, withdrawn or without a recording leaves the count on that day. So this says how \
         long a release takes, not how likely it is. The share of all requests released is shown beside it.",
        "Una solicitud denegada, retirada o sin grabación sale de la cuenta ese día. Por eso esto dice cuánto tarda una \
         entrega, no qué tan probable es. Al lado se muestra qué parte de todas las solicitudes se entregó."
    }
    /// Weekends count.
    EveryDay "every_day" {
        "Every day counts here, weekends and holidays too. The legal deadline counts business days.",
        "Aquí cuentan todos los días, también los fines de semana y los feriados. El plazo legal cuenta días hábiles."
    }
    /// Only days that have passed.
    DuePassed "due_passed" {
        "Only deadlines that have passed are counted. A request that ended before its deadline is left out.",
        "Solo se cuentan los plazos que ya vencieron. No se cuenta una solicitud que terminó antes de su plazo."
    }
    /// The wait can take years.
    MayTakeYears "may_take_years" {
        "The law sets no end to this wait. It can take years.",
        "La ley no pone fin a esta espera. Puede durar años."
    }
    /// Only whole years.
    WholeYears "whole_years" {
        "Only whole years are shown. A number that grew by one from one day to the next could tell who answered a \
         notice.",
        "Solo se muestran años completos. Un número que aumenta en uno de un día a otro podría revelar quién respondió a \
         un aviso."
    }
    /// An objection here is no court action.
    NoCourtAction "no_court_action" {
        "An objection made here is not a court action.",
        "Una objeción presentada aquí no es una acción judicial."
    }
    /// As recorded by the custodian.
    AsEntered "as_entered" {
        "This counts what the records custodian entered. An order counts once a second person has checked it.",
        "Se cuenta lo que anotó el custodio de registros. Una orden cuenta cuando una segunda persona la verificó."
    }
    /// As reported from elsewhere.
    AsReported "as_reported" {
        "Footage is deleted in the police evidence system, not here. This counts what was reported to this portal.",
        "Las grabaciones se borran en el sistema de pruebas de la policía, no aquí. Se cuenta lo que se informó a este \
         portal."
    }
    /// The target is none.
    TargetNone "target_none" {
        "The target is zero. This number is never hidden.",
        "La meta es cero. Este número nunca se oculta."
    }
    /// Published numbers with their dates.
    AsPublished "as_published" {
        "These are numbers that the press and the department have published, each with its date. We know of no public \
         count for each division.",
        "Son números que publicaron la prensa y el departamento, cada uno con su fecha. No conocemos un recuento público \
         por división."
    }
}
