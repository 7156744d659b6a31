//! Which fields an act asks for, and of what kind each is.

use law::request::ActKind;
use office::forms::ActForm;

/// The kinds of field that acts ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Day,
    /// One line of text.
    Line,
    /// Dollars and cents.
    Amount,
    /// Longer text.
    Text,
    /// One of several choices, all shown.
    Choice,
}

/// The fields of an act in their order on the page.
pub const fn fields(act: ActKind) -> &'static [&'static str] {
    match act {
        ActKind::ExplainDelay => &["promised", "text"],
        ActKind::AskFee => &["fee_copy", "fee_staff_copying", "fee_programming", "fee_medium", "text"],
        ActKind::SettleFee => &["waived", "text"],
        ActKind::CloseActive => &["confirmed_on", "text"],
        ActKind::RecordInactive => &["ground", "since", "text"],
        ActKind::Reclose => &["since", "text"],
        ActKind::RecordPetition => &["by", "court", "case_number", "filed_on", "served_on"],
        ActKind::EnterOrder => &["ruling", "court", "case_number", "dated"],
        ActKind::VerifyOrder => &[],
        ActKind::FindNoRecord => &["why", "deleted_on", "text"],
        ActKind::Deny => &["provision", "text", "next_step"],
        _ => &["text"],
    }
}

/// What kind a field is.
pub fn kind(field: &str) -> Kind {
    match field {
        "text" | "next_step" => Kind::Text,
        "promised" | "confirmed_on" | "since" | "deleted_on" | "filed_on" | "served_on" | "dated" => Kind::Day,
        "ground" | "why" | "by" | "ruling" | "waived" => Kind::Choice,
        "fee_copy" | "fee_staff_copying" | "fee_programming" | "fee_medium" => Kind::Amount,
        _ => Kind::Line,
    }
}

/// What was typed into a field.
pub fn typed(form: &ActForm, field: &str) -> String {
    match field {
        "text" => &form.text,
        "next_step" => &form.next_step,
        "promised" => &form.promised,
        "confirmed_on" => &form.confirmed_on,
        "ground" => &form.ground,
        "since" => &form.since,
        "why" => &form.why,
        "deleted_on" => &form.deleted_on,
        "provision" => &form.provision,
        "court" => &form.court,
        "case_number" => &form.case_number,
        "by" => &form.by,
        "filed_on" => &form.filed_on,
        "served_on" => &form.served_on,
        "dated" => &form.dated,
        "ruling" => &form.ruling,
        "fee_copy" => &form.fee_copy,
        "fee_staff_copying" => &form.fee_staff_copying,
        "fee_programming" => &form.fee_programming,
        "fee_medium" => &form.fee_medium,
        "waived" => &form.waived,
        _ => return String::new(),
    }
    .clone()
}

/// The acts of the console in groups, in the order in which a custodian meets them. The key of a
/// group names its heading.
pub const GROUPS: [(Group, &[ActKind]); 5] = [
    (
        Group::Work,
        &[
            ActKind::Acknowledge,
            ActKind::AskClarification,
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
            ActKind::GiveGrounds,
        ],
    ),
    (
        Group::Court,
        &[ActKind::RecordPetition, ActKind::EnterOrder, ActKind::VerifyOrder],
    ),
    (Group::Fee, &[ActKind::AskFee, ActKind::SettleFee]),
    (Group::After, &[ActKind::Reclose, ActKind::Reopen]),
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
