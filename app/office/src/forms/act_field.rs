//! The fields of the acts on a request, by name.

use super::ActForm;

named_fields! {
    /// A field of the form of an act on a request.
    ActField:
    Text => "text",
    NextStep => "next_step",
    Promised => "promised",
    ConfirmedOn => "confirmed_on",
    Ground => "ground",
    Since => "since",
    Why => "why",
    DeletedOn => "deleted_on",
    Provision => "provision",
    Court => "court",
    CaseNumber => "case_number",
    By => "by",
    FiledOn => "filed_on",
    ServedOn => "served_on",
    Dated => "dated",
    Ruling => "ruling",
    FeeCopy => "fee_copy",
    FeeStaffCopying => "fee_staff_copying",
    FeeProgramming => "fee_programming",
    FeeMedium => "fee_medium",
    Waived => "waived",
    ReceivedOn => "received_on",
    Channel => "channel",
    Mistake => "mistake",
    PetitionEnd => "petition_end",
    EndedOn => "ended_on",
    Scope => "scope",
    Given => "given",
    GivenWords => "given_words",
}

impl ActForm {
    /// What was typed into a field.
    pub const fn typed(&self, field: ActField) -> &String {
        match field {
            ActField::Text => &self.text,
            ActField::NextStep => &self.next_step,
            ActField::Promised => &self.promised,
            ActField::ConfirmedOn => &self.confirmed_on,
            ActField::Ground => &self.ground,
            ActField::Since => &self.since,
            ActField::Why => &self.why,
            ActField::DeletedOn => &self.deleted_on,
            ActField::Provision => &self.provision,
            ActField::Court => &self.court,
            ActField::CaseNumber => &self.case_number,
            ActField::By => &self.by,
            ActField::FiledOn => &self.filed_on,
            ActField::ServedOn => &self.served_on,
            ActField::Dated => &self.dated,
            ActField::Ruling => &self.ruling,
            ActField::FeeCopy => &self.fee_copy,
            ActField::FeeStaffCopying => &self.fee_staff_copying,
            ActField::FeeProgramming => &self.fee_programming,
            ActField::FeeMedium => &self.fee_medium,
            ActField::Waived => &self.waived,
            ActField::ReceivedOn => &self.received_on,
            ActField::Channel => &self.channel,
            ActField::Mistake => &self.mistake,
            ActField::PetitionEnd => &self.petition_end,
            ActField::EndedOn => &self.ended_on,
            ActField::Scope => &self.scope,
            ActField::Given => &self.given,
            ActField::GivenWords => &self.given_words,
        }
    }
}
