//! A town with its requests, each played by the law's own rules.

use std::sync::LazyLock;

use jiff::ToSpan as _;
use law::{
    Date,
    event::Event,
    profile::Profile,
    request::{Act, Reception, ReplyChannel, Stage, Track},
    request_order::{Petition, Ruling},
    request_state::{RequestState, Rules},
};
use statistics::{Entry, Totals};

/// The Kansas City profile, but with nothing hidden.
pub fn open_profile() -> &'static Profile {
    static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
        let mut profile = Profile::built_in("kansas-city-mo").expect("the built-in profile");
        profile.suppress_below = 0;
        profile
    });
    &PROFILE
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A request with its docket, and what a second count needs: the law's own state, the stage after
/// each act, and the acts on courts.
#[derive(Debug)]
pub struct RequestStory {
    pub key: String,
    pub division: Option<String>,
    pub state: RequestState,
    pub docket: Vec<(Date, Event)>,
    pub stages: Vec<(Date, Stage)>,
    pub petitions: Vec<Petition>,
    pub orders: Vec<(Date, Ruling)>,
}

impl RequestStory {
    /// Somebody files.
    pub fn filed(key: &str, track: Track, division: Option<&str>, on: Date) -> Self {
        // Some came on paper, two days before they were entered.
        let received = (division == Some("elsewhere")).then(|| Reception {
            on: on.saturating_sub(2.days()),
            channel: ReplyChannel::Letter,
        });
        let (state, events) = RequestState::file(track, received, on, rules());
        Self {
            key: key.to_owned(),
            division: division.map(str::to_owned),
            stages: vec![(on, state.stage())],
            state,
            docket: events.into_iter().map(|event| (on, event)).collect(),
            petitions: Vec::new(),
            orders: Vec::new(),
        }
    }

    /// Somebody acts; whether the law let it happen.
    pub fn act(&mut self, on: Date, act: &Act) -> bool {
        let entered = self.state.entered_order.clone();
        let Ok((state, events)) = self.state.clone().decide(act, on, rules()) else {
            return false;
        };
        self.state = state;
        self.docket.extend(events.into_iter().map(|event| (on, event)));
        self.stages.push((on, self.state.stage()));
        match (act, entered) {
            (Act::RecordPetition { petition }, _) => self.petitions.push(petition.clone()),
            (Act::VerifyOrder { .. }, Some(order)) => self.orders.push((order.dated, order.ruling)),
            _ => {}
        }
        true
    }

    /// Its docket as the totals read it.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.docket.iter().map(|(day, event)| Entry {
            request: &self.key,
            track: self.state.track,
            division: self.division.as_deref(),
            day: *day,
            event,
        })
    }
}

/// All requests of a town.
#[derive(Debug)]
pub struct World(pub Vec<RequestStory>);

impl World {
    /// Its totals, counted anew.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for told in &self.0 {
            totals.recount(told.entries());
        }
        totals
    }
}

/// The rules of Kansas City, on days without a closure.
pub fn rules() -> Rules<'static> {
    Rules {
        profile: open_profile(),
        closures: &[],
    }
}
