//! Family viewings: the offer, its answer, the appointment, who came.

use law::{
    Date,
    person::Receiver,
    viewing::{ViewingStep, ViewingWay},
};
use serde::{Deserialize, Serialize};

use super::{TEXT_MAX, field};
use crate::{Errors, Problem};

/// The forms at `/staff/notices/{id}/viewing`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ViewingForm {
    /// `offer`, or key of a [`ViewingStep`].
    pub act: String,
    pub receiver: String,
    pub way: String,
    pub on: String,
    pub answer_by: String,
    pub support_name: String,
    pub support_phone: String,
    /// Of an appointment.
    pub viewing_day: String,
    pub time: String,
    pub place: String,
    /// Who came, or why nobody did.
    pub words: String,
}

echo!(ViewingForm {
    receiver,
    way,
    on,
    answer_by,
    support_name,
    support_phone,
    viewing_day,
    time,
    place,
    words
});

/// The form at `/notice/viewing`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct FamilyViewingForm {
    /// `accept` or `decline`.
    pub viewing_answer: String,
    pub capacity: String,
    pub words: String,
}

echo!(FamilyViewingForm {
    viewing_answer,
    capacity,
    words
});

/// An offer to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewViewing {
    /// To whom.
    pub receiver: Receiver,
    /// By which way.
    pub way: ViewingWay,
    /// Its day.
    pub on: Date,
    /// By when it is to be answered; `None`: as the profile says.
    pub answer_by: Option<Date>,
    /// Whom the family can turn to; empty: whom the profile names.
    pub support: String,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTaken {
    /// Which.
    pub step: ViewingStep,
    /// Its day.
    pub on: Date,
    /// The day that an appointment sets.
    pub day: Option<Date>,
    /// Time and place, who came, or why not.
    pub words: String,
}

/// What the family answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyAnswer {
    /// [`ViewingStep::Accept`] or [`ViewingStep::Decline`].
    pub step: ViewingStep,
    /// In whose capacity.
    pub capacity: Receiver,
    /// When it suits, or anything else, in their words.
    pub words: String,
}

impl ViewingForm {
    /// The step that the form takes; `None`: it offers.
    pub fn step(&self) -> Option<ViewingStep> {
        ViewingStep::parse(&self.act)
    }

    /// Reads an offer.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn offer(&self) -> Result<NewViewing, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let receiver = field::required_choice(e, "receiver", &self.receiver, Receiver::parse);
        let way = field::required_choice(e, "way", &self.way, ViewingWay::parse);
        let on = field::required_date(e, "on", &self.on);
        let answer_by = field::date(e, "answer_by", &self.answer_by);
        field::in_order(e, on, "answer_by", answer_by);
        let name = field::line(e, "support_name", &self.support_name, 200);
        let phone = field::line(e, "support_phone", &self.support_phone, 60);
        if name.is_empty() && !phone.is_empty() {
            e.add("support_name", Problem::Missing);
        }
        let support = [name, phone];
        let support: Vec<&str> = support
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        match (receiver, way, on) {
            (Some(receiver), Some(way), Some(on)) if errors.is_empty() => Ok(NewViewing {
                receiver,
                way,
                on,
                answer_by,
                support: support.join(", "),
            }),
            _ => Err(errors),
        }
    }

    /// Reads a step.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn taken(&self, step: ViewingStep) -> Result<StepTaken, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let on = field::required_date(e, "on", &self.on);
        let (day, words) = match step {
            ViewingStep::Appoint => {
                let day = field::required_date(e, "viewing_day", &self.viewing_day);
                field::in_order(e, on, "viewing_day", day);
                let time = field::time(e, "time", &self.time);
                if time.is_none() && e.of("time").is_none() {
                    e.add("time", Problem::Missing);
                }
                let place = field::required(e, "place", &self.place, 500);
                (day, format!("{}, {place}", time.unwrap_or_default()))
            }
            ViewingStep::Hold | ViewingStep::Miss => (None, field::required(e, "words", &self.words, TEXT_MAX)),
            ViewingStep::Accept | ViewingStep::Decline => (None, field::text(e, "words", &self.words, TEXT_MAX)),
        };
        match on {
            Some(on) if errors.is_empty() => Ok(StepTaken { step, on, day, words }),
            _ => Err(errors),
        }
    }
}

impl FamilyViewingForm {
    /// Reads the answer.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn answer(&self) -> Result<FamilyAnswer, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let step = field::required_choice(e, "viewing_answer", &self.viewing_answer, |key| {
            ViewingStep::parse(key).filter(|step| matches!(step, ViewingStep::Accept | ViewingStep::Decline))
        });
        let capacity = field::required_choice(e, "capacity", &self.capacity, Receiver::parse);
        let words = field::text(e, "words", &self.words, TEXT_MAX);
        match (step, capacity) {
            (Some(step), Some(capacity)) if errors.is_empty() => Ok(FamilyAnswer { step, capacity, words }),
            _ => Err(errors),
        }
    }
}
