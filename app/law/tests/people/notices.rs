//! Notices: whom they reach, how, and what the days are.

use crate::support::{HOME, STREET, Town, court_closed, day, objection, person};
use law::{
    notice::{
        Attempt, Channel, Consent, Content, Notice, NoticeKind, NoticeStateKind, ProofKind, Receipt, ReleaseReason,
        Sending,
    },
    person::{Person, Receiver},
    recording::Scene,
    release::opens_on,
    span::Spans,
};

#[test]
fn ana_who_says_nothing_is_clear_on_the_day_after_her_last() {
    let mut town = Town::ana_received("2026-03-02");
    assert_eq!(town.last_day(0), day("2026-03-12"));
    let window = town.notice(0).window().expect("a window");
    for (today, left) in [
        ("2026-03-02", 11),
        ("2026-03-12", 1),
        ("2026-03-13", 0),
        ("2026-04-13", 0),
    ] {
        assert_eq!(window.days_left(day(today)), left, "{today}");
    }
    town.on("2026-03-12");
    let last_day = day("2026-03-12");
    assert_eq!(town.held(), [ReleaseReason::WindowOpen { last_day }]);
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.clear(today, today, rules)),
        ReleaseReason::WindowOpen { last_day }
    );
    town.on("2026-03-13");
    let from = day("2026-03-13");
    assert_eq!(town.held(), [ReleaseReason::DocketUnchecked { from }]);
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.clear(last_day, today, rules)),
        ReleaseReason::DocketUnchecked { from }
    );
    town.clears(0).releases();
}

#[test]
fn sending_starts_nothing_and_a_letter_that_came_back_is_sent_again() {
    let mut town = Town::with(1);
    town.on("2026-03-02").sends(0).on("2026-06-01");
    assert_eq!(town.held(), [ReleaseReason::ReceiptUnproven]);
    town.happens(0, |notice, _, today, _| notice.returned(today, today));
    assert_eq!(
        (town.state(0), town.held()),
        (NoticeStateKind::Identified, vec![ReleaseReason::NotSent])
    );
    town.sends(0).on("2026-06-05").receives(0, "2026-06-02");
    assert_eq!(town.last_day(0), day("2026-06-12"));
    assert!(matches!(
        town.notice(0).attempts[..],
        [
            Attempt::Sent { .. },
            Attempt::Returned { .. },
            Attempt::Sent { .. },
            Attempt::Received { .. }
        ]
    ));
}

#[test]
fn a_letter_may_not_be_dated_before_the_one_that_came_back() {
    let mut town = Town::with(1);
    town.sends(0)
        .on("2026-03-10")
        .happens(0, |notice, _, today, _| notice.returned(today, today));
    let reason = town.refused(0, |notice, person, today, _| {
        notice.send(
            person,
            &Sending::complete(day("2026-03-09"), Channel::Mail, Receiver::Person),
            today,
        )
    });
    assert_eq!(
        reason,
        ReleaseReason::TooEarly {
            earliest: day("2026-03-10")
        }
    );
}

#[test]
fn a_tenth_day_on_saturday_before_a_holiday_moves_to_tuesday() {
    let mut town = Town::ana_received("2026-02-04");
    assert_eq!(town.last_day(0), day("2026-02-17"));
    town.on("2026-02-17");
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-02-17")
        }]
    );
    town.on("2026-02-18").clears(0).releases();
}

#[test]
fn a_court_closed_on_the_last_day_gives_one_more_even_to_those_already_clear() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13").clears(0);
    town.closures.push(court_closed("2026-03-12"));
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-13")
        }]
    );
    town.happens(0, |notice, _, _, rules| notice.recount(rules));
    assert_eq!(
        (town.state(0), town.last_day(0)),
        (NoticeStateKind::WindowOpen, day("2026-03-13"))
    );
    town.closures.clear();
    town.happens(0, |notice, _, _, rules| notice.recount(rules));
    assert_eq!(
        town.last_day(0),
        day("2026-03-13"),
        "days once given are not taken back"
    );
    town.on("2026-03-14").clears(0).releases();
}

#[test]
fn five_people_with_five_windows_open_the_gate_on_the_latest() {
    let mut town = Town::with(5);
    let days = ["2026-03-02", "2026-03-03", "2026-03-09", "2026-03-05", "2026-03-04"];
    for (who, on) in days.into_iter().enumerate() {
        town.on("2026-03-02").sends(who).on("2026-03-10").receives(who, on);
    }
    assert_eq!(opens_on(&town.case, town.rules()), Some(day("2026-03-20")));
    town.on("2026-03-19");
    for who in [0, 1, 3, 4] {
        town.clears(who);
    }
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-19")
        }]
    );
    town.on("2026-03-20").clears(2).releases();
}

#[test]
fn proof_of_a_later_receipt_gives_more_days_and_of_an_earlier_one_takes_none() {
    let mut town = Town::with(1);
    town.on("2026-03-02")
        .sends(0)
        .on("2026-03-20")
        .receives(0, "2026-03-04");
    let card = |on| Receipt {
        on: day(on),
        proof: ProofKind::CertifiedMail,
    };
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.receive(
            card("2026-03-03"),
            today,
            rules
        )),
        ReleaseReason::AlreadyReceived {
            received: day("2026-03-04")
        }
    );
    town.receives(0, "2026-03-06");
    assert_eq!(town.last_day(0), day("2026-03-16"));
}

#[test]
fn days_once_begun_are_not_counted_from_an_earlier_receipt_after_a_detour() {
    let mut town = Town::with(1);
    town.on("2026-03-02")
        .sends(0)
        .on("2026-03-10")
        .receives(0, "2026-03-10");
    town.consents(0, Receiver::Person)
        .happens(0, |notice, _, _, _| notice.take_back())
        .sends(0);
    let receipt = Receipt {
        on: day("2026-03-05"),
        proof: ProofKind::CertifiedMail,
    };
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.receive(receipt, today, rules)),
        ReleaseReason::TooEarly {
            earliest: day("2026-03-10")
        }
    );
}

#[test]
fn a_proof_follows_from_how_the_letter_went_and_names_a_day_that_was() {
    let mut town = Town::with(1);
    town.sends(0);
    let mut refuse = |on: &str, proof| {
        let receipt = Receipt { on: day(on), proof };
        town.refused(0, |notice, _, today, rules| notice.receive(receipt, today, rules))
    };
    for proof in [
        ProofKind::EmailAgreed,
        ProofKind::SecretaryOfState,
        ProofKind::Publication,
    ] {
        assert_eq!(refuse("2026-03-02", proof), ReleaseReason::ProofUnfit { proof });
    }
    let proof = ProofKind::CertifiedMail;
    assert_eq!(
        refuse("2026-03-01", proof),
        ReleaseReason::ProofUnfit { proof },
        "before it was sent"
    );
    assert_eq!(
        refuse("2026-03-03", proof),
        ReleaseReason::InFuture {
            latest: day("2026-03-02")
        }
    );
}

#[test]
fn a_letter_that_leaves_out_the_court_or_the_effect_does_not_go_out() {
    for content in Content::ALL {
        let mut town = Town::with(1);
        let reason = town.refused(0, |notice, person, today, _| {
            let mut letter = Sending::complete(today, Channel::Personal, Receiver::Person);
            letter.contents.retain(|one| *one != content);
            notice.send(person, &letter, today)
        });
        assert_eq!(reason, ReleaseReason::ContentMissing { content });
    }
}

fn with(change: impl FnOnce(&mut Person)) -> Town {
    let mut town = Town::with(1);
    change(&mut town.case.people[0].person);
    town
}

#[test]
fn a_childs_letter_goes_to_a_parent_who_alone_consents() {
    let mut town = with(|ana| ana.minor = true);
    let child = Sending::complete(day("2026-03-02"), Channel::Mail, Receiver::Person);
    let unfit = ReleaseReason::ReceiverUnfit {
        receiver: Receiver::Person,
    };
    assert_eq!(
        town.refused(0, |notice, ana, today, _| notice.send(ana, &child, today)),
        unfit
    );
    let consent = Consent {
        on: day("2026-03-02"),
        by: Receiver::Person,
        identity_verified: true,
        audience: law::notice::Audience::Requester,
    };
    assert_eq!(
        town.refused(0, |notice, ana, today, _| notice.consent(ana, consent, today)),
        unfit
    );
    let unknown = Consent {
        by: Receiver::ParentOrGuardian,
        identity_verified: false,
        audience: law::notice::Audience::Requester,
        ..consent
    };
    assert_eq!(
        town.refused(0, |notice, ana, today, _| notice.consent(ana, unknown, today)),
        ReleaseReason::IdentityUnverified
    );
    town.sends(0);
    assert!(matches!(
        town.notice(0).attempts[0],
        Attempt::Sent {
            to: Receiver::ParentOrGuardian,
            ..
        }
    ));
    town.consents(0, Receiver::ParentOrGuardian).releases();
}

#[test]
fn nobody_is_a_parent_of_an_adult_or_kin_of_the_living() {
    use Receiver::{Attorney, NextOfKin, ParentOrGuardian, Person as Oneself, SecretaryOfState};
    let receivers = |change: fn(&mut Person)| with(change).case.people[0].person.receivers();
    assert_eq!(receivers(|_| ()), [Oneself, Attorney, SecretaryOfState]);
    assert_eq!(
        receivers(|ana| ana.minor = true),
        [ParentOrGuardian, Attorney, SecretaryOfState]
    );
    assert_eq!(
        receivers(|ana| ana.incapacitated = true),
        [ParentOrGuardian, Attorney, SecretaryOfState]
    );
    assert_eq!(receivers(|ana| ana.deceased = true), [NextOfKin, Attorney]);
}

#[test]
fn a_protected_address_is_served_through_the_secretary_of_state() {
    let mut town = Town::with(1);
    let letter = Sending::complete(day("2026-03-02"), Channel::CertifiedMail, Receiver::SecretaryOfState);
    town.happens(0, |notice, ana, today, _| notice.send(ana, &letter, today));
    let receipt = Receipt {
        on: day("2026-03-02"),
        proof: ProofKind::SecretaryOfState,
    };
    town.happens(0, |notice, _, today, rules| notice.receive(receipt, today, rules));
    assert_eq!(town.last_day(0), day("2026-03-12"));
}

#[test]
fn an_officer_is_exempt_and_a_neighbor_is_not() {
    let mut town = Town::with(1);
    assert_eq!(
        town.refused(0, |notice, ana, _, _| notice.exempt(ana)),
        ReleaseReason::NotPoliceAffiliated
    );
    town.case.people[0].person.police_affiliated = true;
    town.happens(0, |notice, ana, _, _| notice.exempt(ana)).releases();
    town.case.people[0].notices.clear();
    town.releases();
    town.case.people[0].person.police_affiliated = false;
    assert_eq!(town.held(), [ReleaseReason::NoticeMissing]);
}

#[test]
fn whoever_was_marked_exempt_and_is_no_officer_holds_the_release() {
    let mut town = with(|ana| ana.police_affiliated = true);
    town.happens(0, |notice, ana, _, _| notice.exempt(ana));
    town.case.people[0].person.police_affiliated = false;
    assert_eq!(town.held(), [ReleaseReason::NotPoliceAffiliated]);
    town.happens(0, |notice, _, _, _| notice.take_back());
    assert_eq!(town.held(), [ReleaseReason::NotSent]);
}

#[test]
fn the_three_notices_are_told_apart() {
    let ana = person(0);
    let scene = Scene {
        crime_scene_of_deceased: true,
        ..STREET
    };
    let reason = |kind, person: &Person, scene| Notice::identify(kind, person, scene).map_err(|bar| bar.reason).err();
    assert_eq!(
        reason(NoticeKind::Statute8, &ana, STREET),
        Some(ReleaseReason::PublicPlace)
    );
    assert_eq!(reason(NoticeKind::Statute8, &ana, HOME), None);
    assert_eq!(
        reason(NoticeKind::NextOfKin, &ana, scene),
        Some(ReleaseReason::NoDeceased)
    );
    let dead = Person {
        deceased: true,
        ..ana.clone()
    };
    assert_eq!(
        reason(NoticeKind::NextOfKin, &dead, STREET),
        Some(ReleaseReason::NoDeceased)
    );
    assert_eq!(reason(NoticeKind::NextOfKin, &dead, scene), None);
    let nowhere = Person {
        seen: Spans::default(),
        heard: Spans::default(),
        ..ana
    };
    assert_eq!(
        reason(NoticeKind::AgencyPolicy, &nowhere, STREET),
        Some(ReleaseReason::NotDepicted)
    );
}

#[test]
fn every_day_of_a_window_comes_with_its_work() {
    let town = Town::with(0);
    for (kind, start, last) in [
        (NoticeKind::AgencyPolicy, "2026-02-04", "2026-02-17"),
        (NoticeKind::Statute8, "2027-06-25", "2027-07-06"),
        (NoticeKind::NextOfKin, "2026-12-11", "2026-12-28"),
    ] {
        let deadline = kind.deadline(day(start), town.rules()).expect("a rule");
        assert_eq!((deadline.date, deadline.replay()), (day(last), day(last)));
        assert!(deadline.work.len() > 2);
    }
}

#[test]
fn a_reply_proves_receipt_and_starts_the_days() {
    let mut town = Town::with(1);
    town.on("2026-03-02")
        .sends(0)
        .on("2026-03-04")
        .objects(0, objection("o", "2026-03-04", vec![]));
    assert_eq!(
        (town.state(0), town.last_day(0)),
        (NoticeStateKind::Objected, day("2026-03-16"))
    );
    let window = town.notice(0).window().expect("a window");
    assert_eq!((window.received, window.proof), (day("2026-03-04"), ProofKind::Reply));
}

#[test]
fn a_person_whom_nobody_can_find_is_looked_for_first() {
    let mut town = Town::with(1);
    let lost = |notice: Notice, _: &Person, today, _: law::request_state::Rules<'_>| notice.unlocated(today, today);
    assert_eq!(town.refused(0, lost), ReleaseReason::NothingTried);
    town.happens(0, |notice, _, today, _| {
        notice.search(today, "Address in the report; two visits", today)
    });
    town.happens(0, lost);
    assert_eq!(town.held(), [ReleaseReason::Unlocated]);
    town.objects(0, objection("o", "2026-03-02", vec![]));
    assert_eq!(
        town.state(0),
        NoticeStateKind::Identified,
        "who writes can be written to"
    );
}

#[test]
fn the_recipient_sees_when_each_window_ends() {
    let mut town = Town::with(1);
    let ana = person(0);
    town.case.people[0].notices = vec![Notice::identify(NoticeKind::Statute8, &ana, HOME).expect("a notice")];
    let displays = |town: &Town| town.notice(0).may_display(town.case.today).map_err(|bar| bar.reason);
    assert_eq!(displays(&town), Err(ReleaseReason::NotSent));
    town.sends(0).receives(0, "2026-03-02");
    assert_eq!(town.notice(0).opens_on(), Some(day("2026-03-13")));
    town.objects(0, objection("o", "2026-03-02", vec![]));
    assert_eq!(
        displays(&town),
        Err(ReleaseReason::WindowOpen {
            last_day: day("2026-03-12")
        })
    );
    town.on("2026-03-13").clears(0);
    assert_eq!(
        displays(&town),
        Ok(()),
        "the statute gives an objection no effect of its own"
    );
}

/// What the recipient of a recording from a home is told of Ana's days: her card comes back signed, or she enters the code;
/// in another world she writes, agrees or both before that.
fn told(answers: &[&str], proof: ProofKind, on: &str) -> Option<law::Date> {
    let mut town = Town::with(1);
    town.case.people[0].notices = vec![Notice::identify(NoticeKind::Statute8, &person(0), HOME).expect("a notice")];
    town.on("2026-03-02").sends(0).on("2026-03-06");
    for answer in answers {
        if *answer == "consent" {
            town.consents(0, Receiver::Person);
        } else {
            town.objects(0, objection(answer, answer, vec![]));
        }
    }
    town.happens(0, |notice, _, today, rules| {
        notice.receive(Receipt { on: day(on), proof }, today, rules)
    });
    let notice = town.notice(0).clone();
    assert!(notice.told());
    let window = notice.told_window(town.rules()).expect("a rule");
    window.map(|window| window.last_day)
}

#[test]
fn the_recipient_is_told_the_same_days_whatever_ana_answered() {
    for (proof, on, last) in [
        (ProofKind::CertifiedMail, "2026-03-03", "2026-03-13"),
        (ProofKind::CertifiedMail, "2026-03-06", "2026-03-16"),
        (ProofKind::CodeEntered, "2026-03-06", "2026-03-16"),
    ] {
        let quiet = told(&[], proof, on);
        assert_eq!(quiet, Some(day(last)));
        for answers in [&["2026-03-04"][..], &["2026-03-06"], &["consent"]] {
            assert_eq!(told(answers, proof, on), quiet, "{answers:?} {proof:?}");
        }
    }
    let mut town = Town::with(1);
    town.on("2026-03-02")
        .sends(0)
        .objects(0, objection("o", "2026-03-02", vec![]));
    assert!(town.notice(0).window().is_some());
    let told = town.notice(0).told_window(town.rules()).expect("a rule");
    assert_eq!(told, None, "only an answer could have begun them");
}

#[test]
fn a_code_entered_after_a_reply_gives_no_more_days() {
    let mut town = Town::with(1);
    town.on("2026-03-02").sends(0).on("2026-03-04");
    town.objects(0, objection("o", "2026-03-04", vec![])).on("2026-03-10");
    let entered = Receipt {
        on: day("2026-03-10"),
        proof: ProofKind::CodeEntered,
    };
    town.happens(0, |notice, _, today, rules| notice.receive(entered, today, rules));
    assert_eq!(town.last_day(0), day("2026-03-16"));
}
