//! What goes into the public library: another question than what goes to who asked.

use law::{
    disclosure_order::{DisclosureOrder, OrderKind, Term, TermKind},
    notice::Channel,
    notice::{Audience, Consent, Notice, NoticeKind, NoticeStateKind, ReleaseReason, Sending},
    objection::{Ask, ObjectionAnswer},
    person::Receiver,
    publication::{PublicationFacts, may_approve, may_publish, may_stay},
    recording::{LocationKind, RecordingStatus},
    redaction::RedactionKind,
    request::Track,
};
use proptest::prelude::*;

use crate::support::{HOME, Town, day, disclosure, objection, redaction, spans};

const TOLD: &str = "2026-03-02";
const AFTER: &str = "2026-03-13";

fn facts(town: &Town) -> PublicationFacts {
    PublicationFacts {
        track: Track::Public,
        release: town.case.clone(),
        stopped: false,
        newer_copy: false,
        freed_by_one: false,
        viewing: None,
    }
}

fn held(facts: &PublicationFacts, town: &Town) -> Vec<ReleaseReason> {
    let bars = may_publish(facts, town.rules()).expect_err("nothing bars the publication");
    bars.into_iter().map(|bar| bar.reason).collect()
}

fn publishes(facts: &PublicationFacts, town: &Town) {
    let file = may_publish(facts, town.rules()).unwrap_or_else(|bars| panic!("barred: {bars:?}"));
    assert_eq!(file.recording(), "V1");
    may_stay(facts).expect("and stays");
}

/// Ana was told that the public is to see her, and her days are over.
fn told_of_the_public() -> Town {
    let mut town = Town::with(1);
    town.on(TOLD).tells_of_the_public(0).receives(0, TOLD);
    town.on(AFTER).clears(0);
    town
}

#[test]
fn a_delivery_to_whom_the_law_gives_it_never_becomes_public() {
    let town = Town::with(0);
    publishes(&facts(&town), &town);
    for track in [Track::Depicted, Track::Civil, Track::Court, Track::NextOfKin] {
        let private = PublicationFacts { track, ..facts(&town) };
        assert_eq!(held(&private, &town), [ReleaseReason::TrackNotPublic], "{track:?}");
        assert!(may_stay(&private).is_err());
    }
}

#[test]
fn a_home_is_shown_to_the_public_only_by_an_order_that_opens_it_to_the_public() {
    let mut town = Town::with(0);
    for location in [LocationKind::Nonpublic, LocationKind::Unknown] {
        town.case.recordings[0].scene.location = location;
        let spans = spans("0-120");
        assert_eq!(
            held(&facts(&town), &town),
            [ReleaseReason::NotClearedForPublic { spans }]
        );
    }
    let to_public = DisclosureOrder {
        audience: Audience::Public,
        ..disclosure()
    };
    town.case.orders = vec![disclosure()];
    assert!(matches!(
        held(&facts(&town), &town)[..],
        [ReleaseReason::NotClearedForPublic { .. }]
    ));
    town.case.orders = vec![to_public.clone()];
    publishes(&facts(&town), &town);
    for lacking in [
        DisclosureOrder {
            verified_by: None,
            ..to_public.clone()
        },
        DisclosureOrder {
            stayed_since: Some(day("2026-03-01")),
            ..to_public.clone()
        },
        DisclosureOrder {
            last_day: Some(day("2026-03-01")),
            ..to_public.clone()
        },
        DisclosureOrder {
            kind: OrderKind::Redact,
            ..to_public.clone()
        },
    ] {
        town.case.orders = vec![lacking];
        assert!(held(&facts(&town), &town).contains(&ReleaseReason::NotClearedForPublic { spans: spans("0-120") }));
        assert!(may_stay(&facts(&town)).is_err());
    }
    let mut half = to_public;
    half.scope[0].spans = Some(spans("0-60"));
    town.case.orders = vec![half];
    let rest = spans("60-120");
    assert_eq!(
        held(&facts(&town), &town),
        [ReleaseReason::NotClearedForPublic { spans: rest }]
    );
    town.withholds(redaction(RedactionKind::Cut, "60-120", None));
    publishes(&facts(&town), &town);
}

#[test]
fn what_a_court_opened_to_who_asked_is_open_to_nobody_else() {
    let mut town = Town::with(0);
    town.case.recordings[0].status = RecordingStatus::CourtOrdered { before: None };
    town.case.orders = vec![disclosure()];
    town.releases();
    assert!(matches!(
        held(&facts(&town), &town)[..],
        [ReleaseReason::NotClearedForPublic { .. }]
    ));
    town.case.orders[0].audience = Audience::Public;
    publishes(&facts(&town), &town);
}

#[test]
fn an_orders_terms_on_who_and_how_stand_against_the_library() {
    let mut town = Town::with(0);
    for kind in TermKind::ALL {
        let term = Term {
            kind,
            words: "As the court says".to_owned(),
        };
        for verified_by in [None, Some("reviewer".to_owned())] {
            town.case.orders = vec![DisclosureOrder {
                terms: vec![term.clone()],
                audience: Audience::Public,
                verified_by,
                ..disclosure()
            }];
            let found = may_publish(&facts(&town), town.rules());
            if matches!(kind, TermKind::Scope | TermKind::Redactions) {
                assert!(found.is_ok(), "{kind:?}: {found:?}");
            } else {
                assert_eq!(
                    held(&facts(&town), &town),
                    [ReleaseReason::TermAgainstPublic { term: kind }]
                );
                assert!(may_stay(&facts(&town)).is_err());
            }
        }
        town.case.orders[0].last_day = Some(day("2026-03-01"));
        publishes(&facts(&town), &town);
    }
}

#[test]
fn a_closure_an_injunction_and_a_stop_close_the_library_too() {
    let mut town = Town::with(0);
    for kind in [OrderKind::Close, OrderKind::Enjoin] {
        town.case.orders = vec![DisclosureOrder { kind, ..disclosure() }];
        assert_eq!(
            held(&facts(&town), &town),
            [ReleaseReason::SpansRestrained { spans: spans("0-120") }]
        );
        assert!(may_stay(&facts(&town)).is_err());
    }
    town.case.orders.clear();
    let stopped = PublicationFacts {
        stopped: true,
        ..facts(&town)
    };
    assert_eq!(held(&stopped, &town), [ReleaseReason::ReleaseStopped]);
    let newer = PublicationFacts {
        newer_copy: true,
        ..facts(&town)
    };
    assert_eq!(held(&newer, &town), [ReleaseReason::NewerCopy]);
    town.case.recordings[0].copy.as_mut().unwrap().approval = None;
    assert_eq!(held(&facts(&town), &town), [ReleaseReason::CopyUnapproved]);
}

#[test]
fn who_was_told_of_the_requester_alone_is_not_shown_to_the_public() {
    let mut town = Town::ana_received(TOLD);
    town.on(AFTER).clears(0);
    town.releases();
    assert_eq!(held(&facts(&town), &town), [ReleaseReason::PublicNotTold]);
    assert!(may_stay(&facts(&town)).is_err());
    // A second letter, which names the public, gives her days anew.
    town.tells_of_the_public(0);
    assert!(held(&facts(&town), &town).contains(&ReleaseReason::ReceiptUnproven));
    town.receives(0, AFTER);
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    town.on("2026-03-24").clears(0);
    publishes(&facts(&town), &town);
    let again = town.refused(0, |notice, person, on, _| {
        let letter = Sending::complete(on, Channel::Mail, Receiver::Person);
        notice.send(person, &letter.naming(Audience::Public), on)
    });
    assert!(matches!(again, ReleaseReason::WrongState { .. }), "she knows");
}

#[test]
fn of_two_letters_on_their_way_the_narrower_is_believed() {
    let mut town = Town::with(1);
    town.on(TOLD).sends(0).tells_of_the_public(0).receives(0, TOLD);
    town.on(AFTER).clears(0);
    assert_eq!(held(&facts(&town), &town), [ReleaseReason::PublicNotTold]);
    let mut returned = Town::with(1);
    returned.on(TOLD).sends(0);
    returned.happens(0, |notice, _, on, _| notice.returned(on, on));
    returned.tells_of_the_public(0).receives(0, TOLD);
    returned.on(AFTER).clears(0);
    publishes(&facts(&returned), &returned);
}

#[test]
fn a_consent_reaches_as_far_as_it_says() {
    let mut town = Town::with(1);
    town.consents(0, Receiver::Person);
    assert_eq!(held(&facts(&town), &town), [ReleaseReason::PublicNotTold]);
    let consent = |audience| {
        move |notice: Notice, person: &law::person::Person, on, _: law::request_state::Rules<'_>| {
            let consent = Consent {
                on,
                by: Receiver::Person,
                identity_verified: true,
                audience,
            };
            notice.consent(person, consent, on)
        }
    };
    assert_eq!(
        town.refused(0, consent(Audience::Requester)),
        ReleaseReason::AlreadyDone
    );
    town.happens(0, consent(Audience::Public));
    publishes(&facts(&town), &town);
    // An objection takes the consent back, and with it the video out of the library.
    town.objects(0, objection("late regret", TOLD, vec![Ask::BlurMe]));
    assert!(held(&facts(&town), &town).contains(&ReleaseReason::PublicNotTold));
    assert!(may_stay(&facts(&town)).is_err());
}

#[test]
fn whom_the_copy_hides_needs_not_be_told_and_who_has_no_notice_is_not_shown() {
    let mut town = Town::with(1);
    town.case.people[0].notices.clear();
    assert!(held(&facts(&town), &town).contains(&ReleaseReason::PublicNotTold));
    let mut town = Town::with(1);
    town.happens(0, |notice, _, on, _| notice.redact_out(on, on));
    town.withholds(redaction(RedactionKind::Blur, "0-120", Some("Person 0")));
    town.withholds(redaction(RedactionKind::Mute, "0-120", None));
    publishes(&facts(&town), &town);
}

#[test]
fn days_and_objections_bar_the_library_as_they_bar_the_release() {
    let mut town = Town::with(1);
    town.on(TOLD).tells_of_the_public(0).receives(0, TOLD);
    assert!(matches!(
        held(&facts(&town), &town)[..],
        [ReleaseReason::WindowOpen { .. }]
    ));
    town.objects(0, objection("o", TOLD, vec![Ask::MuteMe]));
    town.on(AFTER);
    assert!(matches!(
        held(&facts(&town), &town)[..],
        [ReleaseReason::ObjectionUnanswered { .. }]
    ));
    let asks = vec![Ask::MuteMe];
    town.answers(
        0,
        "o",
        ObjectionAnswer::SettledByRedaction {
            on: day(AFTER),
            asks,
            reasons: String::new(),
        },
    );
    town.clears(0);
    assert!(matches!(
        held(&facts(&town), &town)[..],
        [ReleaseReason::PromiseUnkept { .. }]
    ));
    town.withholds(redaction(RedactionKind::Mute, "0-120", None));
    publishes(&facts(&town), &town);
}

#[test]
fn the_recipients_own_notice_counts_once_it_was_sent() {
    let mut town = told_of_the_public();
    town.case.recordings[0].scene = HOME;
    town.case.orders = vec![DisclosureOrder {
        audience: Audience::Public,
        ..disclosure()
    }];
    let person = town.case.people[0].person.clone();
    let own = Notice::identify(NoticeKind::Statute8, &person, HOME).unwrap();
    town.case.people[0].notices.push(own.clone());
    publishes(&facts(&town), &town);
    let letter = Sending::complete(day(AFTER), Channel::Mail, Receiver::Person);
    town.case.people[0].notices[1] = own.send(&person, &letter, day(AFTER)).unwrap();
    assert_eq!(held(&facts(&town), &town), [ReleaseReason::PublicNotTold]);
}

#[test]
fn nobody_lets_in_what_they_proposed() {
    assert_eq!(may_approve("kim", "kim").unwrap_err().reason, ReleaseReason::SamePerson);
    may_approve("kim", "rhea").unwrap();
}

proptest! {
    /// Whatever else is so: one thing that stands against the library is enough.
    #[test]
    fn nothing_is_published_while_anything_stands_against_it(
        track in prop::sample::select(Track::ALL.to_vec()), home: bool, closed: bool, order: bool, to_public: bool,
        verified: bool, term in prop::option::of(prop::sample::select(TermKind::ALL.to_vec())), stopped: bool,
        newer_copy: bool, told: bool, approved: bool,
    ) {
        let mut town = if told {
            told_of_the_public()
        } else {
            let mut town = Town::ana_received(TOLD);
            town.on(AFTER).clears(0);
            town
        };
        let recording = &mut town.case.recordings[0];
        if home {
            recording.scene = HOME;
        }
        if closed {
            recording.status = RecordingStatus::CourtOrdered { before: None };
        }
        if !approved {
            recording.copy.as_mut().expect("a copy").approval = None;
        }
        if order {
            town.case.orders = vec![DisclosureOrder {
                audience: if to_public { Audience::Public } else { Audience::Requester },
                verified_by: verified.then(|| "reviewer".to_owned()),
                terms: term.into_iter().map(|kind| Term { kind, words: "w".to_owned() }).collect(),
                ..disclosure()
            }];
        }
        let facts = PublicationFacts { track, release: town.case.clone(), stopped, newer_copy, freed_by_one: false, viewing: None };
        let opened = order && to_public && verified;
        let limited = order && term.is_some_and(TermKind::bars_public);
        let free = track == Track::Public && !stopped && !newer_copy && told && approved && !limited
            && ((!home && !closed) || opened);
        prop_assert_eq!(may_publish(&facts, town.rules()).is_ok(), free);
        if free {
            prop_assert!(may_stay(&facts).is_ok());
        }
    }
}

#[test]
fn where_the_profile_demands_it_nobody_who_died_becomes_public_before_their_family_could_see_it() {
    use law::{
        publication::{ViewingFacts, checklist},
        release::GateItem,
        viewing::{Viewing, ViewingStep},
    };
    let town = Town::with(1);
    let mut facts = facts(&town);
    let barred = |facts: &PublicationFacts| -> Vec<ReleaseReason> {
        let lines = checklist(facts, town.rules());
        let viewing = lines
            .iter()
            .filter(|line| matches!(line.what, GateItem::Viewing { .. }));
        viewing
            .filter_map(|line| line.bar().map(|bar| bar.reason.clone()))
            .collect()
    };
    facts.release.people[0].person.deceased = true;
    assert_eq!(barred(&facts), [], "the profile demands nothing");
    facts.viewing = Some(ViewingFacts { viewings: Vec::new() });
    assert_eq!(barred(&facts), [ReleaseReason::ViewingNotOffered]);
    let today = facts.release.today;
    let mut offered = Viewing {
        offered: today,
        answer_by: today,
        steps: Vec::new(),
        appointment: None,
    };
    let dead = facts.release.people[0].person.pseudonym.clone();
    facts.viewing = Some(ViewingFacts {
        viewings: vec![(dead.clone(), offered.clone())],
    });
    assert_eq!(barred(&facts), [ReleaseReason::ViewingOpen]);
    offered.steps.push((ViewingStep::Decline, today));
    facts.viewing = Some(ViewingFacts {
        viewings: vec![("Somebody else".to_owned(), offered.clone())],
    });
    assert_eq!(
        barred(&facts),
        [ReleaseReason::ViewingNotOffered],
        "another's family is not theirs"
    );
    facts.viewing = Some(ViewingFacts {
        viewings: vec![(dead, offered)],
    });
    assert_eq!(barred(&facts), []);
    facts.viewing = Some(ViewingFacts { viewings: Vec::new() });
    facts.release.people[0].person.deceased = false;
    assert_eq!(barred(&facts), [], "nobody died");
}
