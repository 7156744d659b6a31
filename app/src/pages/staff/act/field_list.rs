//! Which fields an act asks for, and how each is typed.

use law::{fee::FeeCategory, request::ActKind};
use office::forms::ActField;

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Day,
    /// One line of text.
    Line,
    /// A provision of law, with those that are often named.
    Provision,
    /// Dollars and cents.
    Amount,
    /// Longer text.
    Text,
    /// One of several choices, all shown.
    Choice,
}

/// The fields of an act in their order on the page.
pub const fn fields(act: ActKind) -> &'static [ActField] {
    use ActField as F;
    match act {
        ActKind::ExplainDelay => &[F::Promised, F::Text],
        ActKind::AskFee => &[F::FeeRateBasis, F::Deposit, F::Text],
        ActKind::EstimateFee => &[F::FeeRateBasis, F::Text],
        ActKind::RefundFee => &[F::Amount, F::RefundedOn, F::Receipt, F::Text],
        ActKind::RecordAnswer => &[F::ReceivedOn, F::Channel, F::Text],
        ActKind::CorrectReceipt => &[F::ReceivedOn, F::Mistake, F::Text],
        ActKind::SettleFee => &[F::Waived, F::Amount, F::ReceivedOn, F::Channel, F::Receipt, F::Text],
        ActKind::CloseActive => &[F::ConfirmedOn, F::Text],
        ActKind::RecordInactive => &[F::Ground, F::Since, F::Text],
        ActKind::Reclose => &[F::Since, F::Text],
        ActKind::RecordPetition => &[F::By, F::Court, F::CaseNumber, F::FiledOn, F::ServedOn],
        ActKind::EndPetition => &[F::PetitionEnd, F::EndedOn, F::Text],
        ActKind::EnterOrder => &[F::Ruling, F::Court, F::CaseNumber, F::Dated, F::Scope],
        ActKind::VerifyOrder => &[],
        ActKind::FindNoRecord => &[
            F::Why,
            F::DeletedOn,
            F::Rule,
            F::Agency,
            F::SearchedBy,
            F::SearchedOn,
            F::Text,
        ],
        ActKind::Deny => &[F::Provision, F::Text, F::NextStep],
        // The rows of what is withheld stand between these.
        ActKind::DenyInPart => &[F::Given, F::GivenWords, F::NextStep],
        _ => &[F::Text],
    }
}

/// The fields of a line of a fee: the two numbers that are multiplied, and the amount.
pub const fn fee_fields(category: FeeCategory) -> Option<[ActField; 3]> {
    use ActField as F;
    match category {
        FeeCategory::Copy => Some([F::FeeCopyNumber, F::FeeCopyEach, F::FeeCopy]),
        FeeCategory::StaffCopying => Some([F::FeeStaffCopyingHours, F::FeeStaffCopyingRate, F::FeeStaffCopying]),
        FeeCategory::Programming => Some([F::FeeProgrammingHours, F::FeeProgrammingRate, F::FeeProgramming]),
        FeeCategory::Medium => Some([F::FeeMediumNumber, F::FeeMediumEach, F::FeeMedium]),
        FeeCategory::Review | FeeCategory::Redaction | FeeCategory::Attorney => None,
    }
}

/// How a field is typed.
pub const fn kind(field: ActField) -> Kind {
    use ActField as F;
    match field {
        F::Text | F::NextStep | F::Scope | F::GivenWords | F::FeeRateBasis => Kind::Text,
        F::Promised
        | F::ConfirmedOn
        | F::Since
        | F::DeletedOn
        | F::SearchedOn
        | F::FiledOn
        | F::ServedOn
        | F::Dated
        | F::ReceivedOn
        | F::RefundedOn
        | F::EndedOn => Kind::Day,
        F::Ground
        | F::Given
        | F::Rule
        | F::Why
        | F::By
        | F::Ruling
        | F::Waived
        | F::Channel
        | F::Mistake
        | F::PetitionEnd => Kind::Choice,
        F::FeeCopy
        | F::FeeStaffCopying
        | F::FeeProgramming
        | F::FeeMedium
        | F::FeeCopyNumber
        | F::FeeCopyEach
        | F::FeeStaffCopyingHours
        | F::FeeStaffCopyingRate
        | F::FeeProgrammingHours
        | F::FeeProgrammingRate
        | F::FeeMediumNumber
        | F::FeeMediumEach
        | F::Deposit
        | F::Amount => Kind::Amount,
        F::Court | F::CaseNumber | F::Receipt | F::Agency | F::SearchedBy => Kind::Line,
        F::Provision => Kind::Provision,
    }
}

/// The acts of the console in groups, in the order in which a custodian meets them. The key of a
/// group names its heading.
pub const GROUPS: [(Group, &[ActKind]); 5] = [
    (
        Group::Work,
        &[
            ActKind::Acknowledge,
            ActKind::AskClarification,
            ActKind::RecordAnswer,
            ActKind::ExplainDelay,
            ActKind::Reply,
        ],
    ),
    (
        Group::Decide,
        &[
            ActKind::CloseActive,
            ActKind::RecordInactive,
            ActKind::StartRedaction,
            ActKind::FindNoRecord,
            ActKind::Deny,
            ActKind::DenyInPart,
            ActKind::GiveGrounds,
        ],
    ),
    (
        Group::Court,
        &[
            ActKind::RecordPetition,
            ActKind::EndPetition,
            ActKind::EnterOrder,
            ActKind::VerifyOrder,
        ],
    ),
    (
        Group::Fee,
        &[
            ActKind::EstimateFee,
            ActKind::AskFee,
            ActKind::SettleFee,
            ActKind::RefundFee,
        ],
    ),
    (
        Group::After,
        &[
            ActKind::Reclose,
            ActKind::Reopen,
            ActKind::TakeBack,
            ActKind::CorrectReceipt,
        ],
    ),
];

/// A group of acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Taking up, asking, explaining, writing.
    Work,
    /// What the answer is.
    Decide,
    /// Petitions and orders.
    Court,
    /// Fees.
    Fee,
    /// Closing again, reopening.
    After,
}

/// Whether the console has a form for this act.
pub fn has_form(act: ActKind) -> bool {
    GROUPS.iter().any(|(_, acts)| acts.contains(&act))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What requesters do, what the portal enters by itself, and what the desk of releases does.
    const OTHERS: [ActKind; 12] = [
        ActKind::AnswerClarification,
        ActKind::AskGrounds,
        ActKind::Write,
        ActKind::AcceptFee,
        ActKind::ChallengeFee,
        ActKind::NarrowRequest,
        ActKind::Withdraw,
        ActKind::Lapse,
        ActKind::ExtendLapse,
        ActKind::FinishRedaction,
        ActKind::OpenGate,
        ActKind::Deliver,
    ];

    #[test]
    fn every_act_of_staff_is_offered_in_a_group() {
        for kind in ActKind::ALL {
            assert_ne!(has_form(kind), OTHERS.contains(&kind), "{kind:?}");
        }
    }
}
