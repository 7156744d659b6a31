//! A request and the people around it.

use std::sync::LazyLock;

use law::{
    Date,
    bar::{Bar, Reason, Section},
    denial::{GivenPart, Withheld, WithheldPart},
    event::Event,
    profile::Profile,
    recording::InactiveGround,
    request::{Act, Track},
    request_order::{Petition, Petitioner, RequestOrder, Ruling},
    request_state::{RequestState, Rules},
};

/// The Kansas City profile.
pub fn kansas_city() -> &'static Profile {
    static PROFILE: LazyLock<Profile> =
        LazyLock::new(|| Profile::built_in("kansas-city-mo").expect("the built-in profile"));
    &PROFILE
}

/// A day in 2026 unless the text says otherwise.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// The rules of Kansas City, on days without a closure.
pub fn rules() -> Rules<'static> {
    Rules {
        profile: kansas_city(),
        closures: &[],
    }
}

/// Ana's request and the rules it runs under.
pub struct Desk {
    pub state: RequestState,
    pub events: Vec<Event>,
}

impl Desk {
    /// Ana files.
    pub fn filed(track: Track, on: &str) -> Self {
        let (state, events) = RequestState::file(track, None, day(on), rules());
        Self { state, events }
    }

    /// Somebody acts, and the law lets it happen.
    pub fn act(&mut self, on: &str, act: &Act) -> &mut Self {
        self.events = self
            .try_act(on, act)
            .unwrap_or_else(|bar| panic!("{act:?} on {on}: {bar}"));
        self
    }

    /// Somebody acts; what stands in the way is returned and nothing has changed.
    pub fn refused(&mut self, on: &str, act: &Act) -> Reason {
        self.try_act(on, act).expect_err("the law forbids it").reason
    }

    fn try_act(&mut self, on: &str, act: &Act) -> Result<Vec<Event>, Bar> {
        let (state, events) = self.state.clone().decide(act, day(on), rules())?;
        self.state = state;
        Ok(events)
    }
}

pub fn closed_active(on: &str) -> Act {
    Act::CloseActive { confirmed_on: day(on) }
}

pub fn inactive(since: &str) -> Act {
    Act::RecordInactive {
        ground: InactiveGround::NotPursued,
        since: day(since),
    }
}

pub fn deny(provision: &str) -> Act {
    Act::Deny {
        provision: Section(provision.to_owned().into()),
    }
}

/// A denial of faces, under each provision; the rest is given.
pub fn in_part(provisions: &[&str]) -> Act {
    let part = |cited: &&str| Withheld {
        what: WithheldPart::Faces,
        provision: Section((*cited).to_owned().into()),
    };
    Act::DenyInPart {
        given: GivenPart::RedactedRecordings,
        withheld: provisions.iter().map(part).collect(),
    }
}

pub fn petition(by: Petitioner, filed: &str, served: Option<&str>) -> Act {
    Act::RecordPetition {
        petition: Petition {
            by,
            court: "Circuit Court of Jackson County".to_owned(),
            case_number: "2616-CV00001".to_owned(),
            filed_on: day(filed),
            served_on: served.map(day),
        },
    }
}

pub fn order(ruling: Ruling, dated: &str) -> Act {
    Act::EnterOrder {
        order: RequestOrder {
            court: "Circuit Court of Jackson County".to_owned(),
            case_number: "2616-CV00001".to_owned(),
            dated: day(dated),
            ruling,
            register: None,
        },
    }
}
