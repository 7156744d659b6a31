//! Family viewings as staff see them, and as the family does.

use law::{
    Date,
    person::Receiver,
    viewing::{Viewing, ViewingState, ViewingStep, ViewingWay},
};

use crate::TrackingNumber;

/// A step of a viewing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewingStepView {
    /// Which.
    pub step: ViewingStep,
    /// Its day.
    pub on: Date,
    /// The day that it sets.
    pub day: Option<Date>,
    /// Name of the member of staff; `None`: the family, on the page of their notice.
    pub by: Option<String>,
    /// Time and place, who came, why not, or what the family wrote; empty once erased, and for whoever does not serve notices.
    pub words: String,
}

/// An offer with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewingView {
    /// What the law looks at.
    pub viewing: Viewing,
    /// Where it stands.
    pub state: ViewingState,
    /// To whom it was made.
    pub receiver: Receiver,
    /// By which way.
    pub way: ViewingWay,
    /// Whom the family can turn to; empty if nobody was named.
    pub support: String,
    /// Name of who made it.
    pub by: String,
    /// Its steps.
    pub steps: Vec<ViewingStepView>,
}

/// The offers of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewingsView {
    /// The notice.
    pub notice: String,
    /// The person, by pseudonym.
    pub pseudonym: String,
    /// The oldest first.
    pub viewings: Vec<ViewingView>,
    /// Who may receive for the person.
    pub receivers: Vec<Receiver>,
    /// Whether the reader may enter something.
    pub may_change: bool,
    /// Today.
    pub today: Date,
}

/// A line of the list of viewings that are not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewingLine {
    /// The notice.
    pub notice: String,
    /// The person, by pseudonym.
    pub pseudonym: String,
    /// The request.
    pub number: TrackingNumber,
    /// Where it stands.
    pub state: ViewingState,
    /// The day on which something is due next.
    pub day: Option<Date>,
    /// Name of who has the request; `None` if nobody has.
    pub holder: Option<String>,
}

/// What the family reads of the newest offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyViewing {
    /// Where it stands.
    pub state: ViewingState,
    /// By when it is to be answered.
    pub answer_by: Date,
    /// The day of the appointment.
    pub day: Option<Date>,
    /// Its time and place.
    pub place: String,
    /// Whom they can turn to; empty if nobody was named.
    pub support: String,
}
