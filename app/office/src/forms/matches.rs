//! What is decided about recordings that may answer a request, and about requests of the same incident: one button for each.

use serde::{Deserialize, Serialize};

use crate::{Errors, Problem, TrackingNumber};

/// The buttons of suggestions and similar requests: the one that was pressed carries its value, the others come empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MatchForm {
    /// Id of the recording to be linked.
    pub link: String,
    /// Id of the suggested recording that does not answer the request.
    pub refuse: String,
    /// Not empty: every recording that answers a joined request and can be linked.
    pub link_joined: String,
    /// Number of the request to be joined.
    pub join: String,
    /// Number of the request whose join is taken back.
    pub part: String,
}

echo!(MatchForm {});

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchAct {
    /// This recording answers the request.
    Link(String),
    /// This recording does not; it is not suggested again.
    Refuse(String),
    /// So do all that answer joined requests and were not refused.
    LinkJoined,
    /// Both requests are about the same incident.
    Join(TrackingNumber),
    /// They are not, after all.
    Part(TrackingNumber),
}

impl MatchForm {
    /// Reads which button was pressed.
    ///
    /// # Errors
    /// None, or a request that cannot be one.
    pub fn check(&self) -> Result<MatchAct, Errors> {
        let number = |field: &str, typed: &str| TrackingNumber::parse(typed).map_err(|why| Errors::one(field, why));
        if !self.link.is_empty() {
            Ok(MatchAct::Link(self.link.clone()))
        } else if !self.refuse.is_empty() {
            Ok(MatchAct::Refuse(self.refuse.clone()))
        } else if !self.link_joined.is_empty() {
            Ok(MatchAct::LinkJoined)
        } else if !self.join.is_empty() {
            number("join", &self.join).map(MatchAct::Join)
        } else if !self.part.is_empty() {
            number("part", &self.part).map(MatchAct::Part)
        } else {
            Err(Errors::one("link", Problem::Missing))
        }
    }
}
