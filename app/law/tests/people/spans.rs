//! Spans and sets of them, against sets of single milliseconds.

use std::collections::BTreeSet;

use crate::support::spans;
use law::span::{BadSpan, Span, Spans};
use proptest::prelude::*;

#[test]
fn people_write_spans_as_players_show_them() {
    for (text, from, to) in [
        ("0:12-1:05.5", 12_000, 65_500),
        ("1:02:00 - 1:02:30", 3_720_000, 3_750_000),
        ("90–95", 90_000, 95_000),
        ("0-0.001", 0, 1),
        ("75:00-80:00", 4_500_000, 4_800_000),
    ] {
        assert_eq!(Span::parse(text), Span::new(from, to), "{text}");
        assert!(Span::parse(text).is_ok(), "{text}");
    }
    for text in [
        "",
        "5",
        "-",
        "5-",
        "-5",
        "a-b",
        "1:60-2:00",
        "0:1.2345-0:2",
        "1.-2",
        "1:2:3:4-2:0:0:0",
        "+1-2",
        "1e3-2e3",
        "9999999-99999999",
        "0:5-0:6-0:7",
        "１-２",
    ] {
        assert_eq!(Span::parse(text), Err(BadSpan::Unreadable), "{text}");
    }
    assert_eq!(Span::parse("0:10-0:10"), Err(BadSpan::Empty));
    assert_eq!(Span::parse("0:11-0:10"), Err(BadSpan::Empty));
    assert_eq!(Span::parse("0-100:00:00.001"), Err(BadSpan::TooLong));
}

#[test]
fn spans_that_overlap_or_touch_become_one() {
    assert_eq!(spans("0:05-0:10, 0:00-0:05; 0:08-0:12").to_string(), "0:00-0:12");
    assert_eq!(spans("0:05-0:10\n0:11-0:12").iter().count(), 2);
    assert_eq!(spans(" , ;"), Spans::none());
    assert_eq!(spans("3600-3601").to_string(), "1:00:00-1:00:01");
}

#[test]
fn spans_read_from_json_are_sound_and_in_order() {
    let read: Spans = serde_json::from_str(r#"[{"from_ms":5,"to_ms":9},{"from_ms":0,"to_ms":6}]"#).expect("spans");
    assert_eq!(
        serde_json::to_string(&read).expect("json"),
        r#"[{"from_ms":0,"to_ms":9}]"#
    );
    for wrong in [
        r#"[{"from_ms":5,"to_ms":5}]"#,
        r#"[{"from_ms":0,"to_ms":999999999999}]"#,
        r#"[{"from_ms":-1,"to_ms":5}]"#,
    ] {
        assert!(serde_json::from_str::<Spans>(wrong).is_err(), "{wrong}");
    }
}

fn any_spans() -> impl Strategy<Value = Spans> {
    let one = (0_u64..60, 1_u64..15).prop_map(|(from, long)| Span::new(from, from + long).expect("a span"));
    proptest::collection::vec(one, 0..8).prop_map(Spans::from)
}

fn moments(set: &Spans) -> BTreeSet<u64> {
    set.iter().flat_map(|span| span.from_ms()..span.to_ms()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sets_of_spans_behave_as_sets_of_moments(a in any_spans(), b in any_spans(), at in 0_u64..80) {
        let (in_a, in_b) = (moments(&a), moments(&b));
        prop_assert_eq!(moments(&a.union(&b)), &in_a | &in_b);
        prop_assert_eq!(moments(&a.subtract(&b)), &in_a - &in_b);
        prop_assert_eq!(moments(&a.intersect(&b)), &in_a & &in_b);
        prop_assert_eq!(a.contains(&b), in_a.is_superset(&in_b));
        prop_assert_eq!(a.overlaps(&b), !in_a.is_disjoint(&in_b));
        prop_assert_eq!(a.has(at), in_a.contains(&at));
        prop_assert_eq!(a.length_ms(), u64::try_from(in_a.len()).expect("few"));
        prop_assert_eq!(a.is_empty(), in_a.is_empty());
        prop_assert_eq!(a == b, in_a == in_b, "equal sets look equal");
    }

    #[test]
    fn spans_keep_order_and_gaps(a in any_spans(), b in any_spans()) {
        for set in [a.union(&b), a.subtract(&b), a.intersect(&b)] {
            let all: Vec<Span> = set.iter().collect();
            prop_assert!(all.windows(2).all(|two| two[0].to_ms() < two[1].from_ms()));
        }
    }

    #[test]
    fn what_is_written_reads_back(from in 0_u64..100_000_000, long in 1_u64..100_000_000) {
        let span = Span::new(from, from + long).expect("a span");
        prop_assert_eq!(Span::parse(&span.to_string()), Ok(span));
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "[-0-9:. –,a]{0,24}|\\PC{0,24}") {
        let _ = Spans::parse(&text);
    }
}
