//! Counting along and counting anew come to the same.

use std::collections::HashMap;

use law::{
    event::Event,
    request::{ActKind, Stage},
    request_order::Petitioner,
};
use proptest::prelude::*;
use statistics::{Count, Entry, RequestTally, Totals};

use crate::{
    random::any_world,
    support::{RequestStory, World, day},
};

/// All entries as an office writes them: by day, requests mixed.
fn by_day(world: &World) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = world.0.iter().flat_map(RequestStory::entries).collect();
    entries.sort_by_key(|entry| entry.day);
    entries
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_event_at_a_time_comes_to_the_same_as_all_at_once(world in any_world(0..12)) {
        let (mut totals, mut tallies) = (Totals::default(), HashMap::<&str, Option<RequestTally>>::new());
        for entry in by_day(&world) {
            totals.count(tallies.entry(entry.request).or_default(), &entry);
            prop_assert!(totals.rows().all(|(_, sum)| sum > 0));
        }
        let mut anew = Totals::default();
        for told in &world.0 {
            prop_assert_eq!(&tallies[&*told.key], &anew.recount(told.entries()));
        }
        prop_assert_eq!(&totals, &anew);
    }

    #[test]
    fn a_story_kept_as_json_goes_on_as_if_it_had_not_been(world in any_world(1..4)) {
        for told in &world.0 {
            let (mut kept, mut through) = (None, None);
            for entry in told.entries() {
                let json = serde_json::to_string(&through).expect("JSON");
                through = serde_json::from_str(&json).expect("a tally");
                prop_assert_eq!(RequestTally::count(&mut kept, &entry), RequestTally::count(&mut through, &entry));
            }
        }
    }

    #[test]
    fn totals_and_their_counts_survive_as_text(world in any_world(0..8)) {
        let totals = world.totals();
        for (count, _) in totals.iter() {
            prop_assert_eq!(&count.to_string().parse::<Count>().expect("a count"), count);
        }
        let json = serde_json::to_string(&totals).expect("JSON");
        prop_assert_eq!(&serde_json::from_str::<Totals>(&json).expect("totals"), &totals);
        prop_assert_eq!(&totals.rows().map(|(count, sum)| (count.clone(), sum)).collect::<Totals>(), &totals);
    }

    #[test]
    fn no_text_as_a_count_brings_anything_down(text in "\\PC{0,40}", kind in "(request|reason|hold|clock|passed)") {
        let _ = text.parse::<Count>();
        let _ = format!("{kind}/{text}").parse::<Count>();
    }
}

#[test]
fn a_paper_request_counts_from_its_receipt_not_from_its_entry() {
    let mut told = RequestStory::filed("paper", law::request::Track::Public, None, day("2026-02-02"));
    for (on, _) in &mut told.docket {
        *on = day("2026-02-20");
    }
    let tally = Totals::default().recount(told.entries()).expect("a tally");
    assert_eq!(tally.filed_on(), day("2026-02-02"));
}

#[test]
fn a_step_that_changes_nothing_is_no_step() {
    let told = RequestStory::filed("ana", law::request::Track::Public, Some("central"), day("2026-02-02"));
    let mut tally = Totals::default().recount(told.entries());
    let entry = Entry {
        request: "ana",
        track: told.state.track,
        division: Some("central"),
        day: day("2026-02-03"),
        event: &Event::RequesterWrote,
    };
    assert_eq!(RequestTally::count(&mut tally, &entry), []);
}

#[test]
fn taking_up_that_was_taken_back_and_a_suit_of_whoever_filed_count_as_no_answer() {
    let mut told = RequestStory::filed("ana", law::request::Track::Public, None, day("2026-02-02"));
    let waits = |told: &RequestStory| {
        let mut counts = Totals::default();
        counts.recount(told.entries());
        counts
            .iter()
            .filter(|(count, _)| matches!(count, Count::OnTheWay { .. }))
            .count()
    };
    assert_eq!(waits(&told), 3);
    let entries = [
        (day("2026-02-03"), Event::Acknowledged),
        (
            day("2026-02-04"),
            Event::TakenBack {
                entry: 5,
                act: ActKind::Acknowledge,
                stage: Stage::Received,
            },
        ),
        (
            day("2026-02-05"),
            Event::CourtAsked {
                by: Petitioner::Requester,
                filed_on: day("2026-02-05"),
                case: None,
            },
        ),
    ];
    for (entry, left) in entries.into_iter().zip([2, 3, 3]) {
        told.docket.push(entry);
        assert_eq!(waits(&told), left, "{:?}", told.docket.last());
    }
}

#[test]
fn totals_do_not_grow_with_requests() {
    let requests: Vec<RequestStory> = (0..300)
        .map(|number| {
            RequestStory::filed(
                &number.to_string(),
                law::request::Track::Public,
                None,
                day("2026-02-02"),
            )
        })
        .collect();
    assert_eq!(World(requests).totals().len(), 6);
}
