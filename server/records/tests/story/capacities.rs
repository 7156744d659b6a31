//! Who acts for somebody, what proves it, and what waits for the proof.

use jiff::civil::date;
use law::{
    capacity::{CapacityKind, CapacityProof, ProofShown},
    notice::{Channel, Consent, ReleaseReason},
    person::{Person, Receiver},
};
use office::{
    OfficeResult, Problem, Refusal,
    desk::{AdminDesk as _, CapacityDesk as _, Represented},
    forms::{CapacityAct, NewCapacity, NoticeAct, SeenProof},
    views::Role,
};

use super::notices::{Case, bar};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_guardian_consents_once_the_appointment_was_seen_and_not_after_it_ended,
    a_wrong_entry_stays_and_is_corrected_by_one_that_names_it,
    a_letter_goes_to_no_attorney_of_whom_nobody_has_seen_an_appearance,
    the_name_of_who_acts_goes_with_the_request,
);

impl Case<'_> {
    /// Somebody is entered who acts for a person, and their proof is seen.
    pub async fn proves(&self, person: &str, kind: CapacityKind) -> String {
        let of = Represented::Person(person.to_owned());
        self.enters_capacity(&of, kind).await.unwrap();
        let id = self.capacity_ids(&of).await.remove(0);
        self.verifies(&of, &id, kind.proofs()[0]).await.unwrap();
        id
    }

    async fn enters_capacity(&self, of: &Represented, kind: CapacityKind) -> OfficeResult<()> {
        self.town.office.enter_capacity(&self.cole, of, new(kind)).await
    }

    async fn verifies(&self, of: &Represented, id: &str, proof: CapacityProof) -> OfficeResult<()> {
        let seen = CapacityAct::Verify(SeenProof {
            proof,
            shown: ProofShown::Counter,
            identity_shown: true,
            on: WEDNESDAY,
            note: "Canary folder 12".into(),
        });
        self.town.office.act_on_capacity(&self.cole, of, id, seen).await
    }

    async fn capacity_ids(&self, of: &Represented) -> Vec<String> {
        let view = self.town.office.capacities(&self.cole, of).await.unwrap().unwrap();
        view.lines.into_iter().map(|line| line.id).collect()
    }
}

fn new(kind: CapacityKind) -> NewCapacity {
    NewCapacity {
        kind,
        name: "Gilda Canary".into(),
        from: date(2025, 6, 1),
        until: None,
        corrects: None,
    }
}

fn child(case: &Case<'_>) -> Person {
    Person {
        minor: true,
        ..case.person("Child A")
    }
}

async fn a_guardian_consents_once_the_appointment_was_seen_and_not_after_it_ended(town: Town) {
    let case = Case::begins(&town).await;
    let person = case.logs(child(&case), Receiver::ParentOrGuardian).await;
    let notice = case.opens().await.remove(0).1;
    let consent = || NoticeAct::Consent {
        consent: Consent {
            on: WEDNESDAY,
            by: Receiver::ParentOrGuardian,
            identity_verified: true,
            audience: law::notice::Audience::Requester,
        },
    };
    let unproven = ReleaseReason::CapacityUnproven {
        receiver: Receiver::ParentOrGuardian,
    };
    assert_eq!(bar(case.does(&notice, consent()).await), unproven);
    let of = Represented::Person(person.clone());
    let kin = case.enters_capacity(&of, CapacityKind::NextOfKin).await;
    assert!(matches!(bar(kin), ReleaseReason::ReceiverUnfit { .. }), "nobody died");
    case.enters_capacity(&of, CapacityKind::Guardian).await.unwrap();
    assert_eq!(
        bar(case.does(&notice, consent()).await),
        unproven,
        "entered is not proven"
    );
    let id = case.capacity_ids(&of).await.remove(0);
    let birth = case.verifies(&of, &id, CapacityProof::BirthCertificate).await;
    assert_eq!(bar(birth), ReleaseReason::CapacityProofUnfit);
    case.verifies(&of, &id, CapacityProof::Appointment).await.unwrap();
    assert!(matches!(
        case.verifies(&of, &id, CapacityProof::Appointment).await,
        Err(Refusal::Stale)
    ));
    // Entered while it stood; it ended before the second person looked.
    case.enters(&notice, consent()).await.unwrap();
    let ends = CapacityAct::End {
        on: WEDNESDAY,
        reason: "The court removed her".into(),
    };
    town.office.act_on_capacity(&case.cole, &of, &id, ends).await.unwrap();
    assert_eq!(bar(case.seconds().await), unproven, "its proof does not outlive it");
    case.proves(&person, CapacityKind::Parent).await;
    case.seconds().await.unwrap();
    let view = town.office.capacities(&case.cole, &of).await.unwrap().unwrap();
    assert_eq!(view.lines.len(), 2, "the ended one is read still");
    assert_eq!(view.lines[1].end_reason, "The court removed her");
    // A prosecutor reads that, and by whom, and no name.
    let pru = town.staff("Pru", Role::Prosecutor).await.staff;
    let view = town.office.capacities(&pru, &of).await.unwrap().unwrap();
    let said = format!("{:?}", view.lines);
    assert!(!said.contains("anary") && !said.contains("removed"), "{said}");
    town.is_sound().await;
}

async fn a_wrong_entry_stays_and_is_corrected_by_one_that_names_it(town: Town) {
    let case = Case::begins(&town).await;
    let of = Represented::Requester(case.filed.number().clone());
    case.enters_capacity(&of, CapacityKind::Attorney).await.unwrap();
    let first = case.capacity_ids(&of).await.remove(0);
    let corrected = |first: &str| NewCapacity {
        corrects: Some((first.to_owned(), "She is the sister".into())),
        ..new(CapacityKind::NextOfKin)
    };
    town.office
        .enter_capacity(&case.cole, &of, corrected(&first))
        .await
        .unwrap();
    let again = town.office.enter_capacity(&case.cole, &of, corrected(&first)).await;
    assert!(matches!(again, Err(Refusal::Stale)));
    let elsewhere = town.office.enter_capacity(&case.cole, &of, corrected("unknown")).await;
    assert_eq!(elsewhere, Err(Refusal::field("entry", Problem::UnknownChoice)));
    let view = town.office.capacities(&case.cole, &of).await.unwrap().unwrap();
    let said: Vec<_> = view
        .lines
        .iter()
        .map(|line| (line.capacity.kind, line.corrected, line.corrects))
        .collect();
    assert_eq!(
        said,
        [
            (CapacityKind::NextOfKin, false, true),
            (CapacityKind::Attorney, true, false)
        ]
    );
    assert!(!view.lines[1].capacity.stands_on(WEDNESDAY), "it never stood");
    for by_hand in [
        "UPDATE capacity SET kind = 'parent'",
        "DELETE FROM capacity_end",
        "DELETE FROM capacity",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    town.is_sound().await;
}

async fn a_letter_goes_to_no_attorney_of_whom_nobody_has_seen_an_appearance(town: Town) {
    let case = Case::begins(&town).await;
    let person = case.logs(case.person("Person B"), Receiver::Attorney).await;
    let notice = case.opens().await.remove(0).1;
    let send = || NoticeAct::Send {
        on: WEDNESDAY,
        channel: Channel::CertifiedMail,
        to: Receiver::Attorney,
        audience: law::notice::Audience::Requester,
    };
    let unproven = ReleaseReason::CapacityUnproven {
        receiver: Receiver::Attorney,
    };
    assert_eq!(bar(case.does(&notice, send()).await), unproven);
    case.proves(&person, CapacityKind::Attorney).await;
    case.does(&notice, send()).await.unwrap();
}

async fn the_name_of_who_acts_goes_with_the_request(town: Town) {
    let case = Case::begins(&town).await;
    let person = case.logs(child(&case), Receiver::ParentOrGuardian).await;
    case.opens().await;
    case.proves(&person, CapacityKind::Parent).await;
    let of = Represented::Requester(case.filed.number().clone());
    case.enters_capacity(&of, CapacityKind::Attorney).await.unwrap();
    assert_eq!(town.count("SELECT COUNT(*) FROM capacity_words").await, 3);
    let adam = town.staff("Adam", Role::Admin).await.staff.administrator().unwrap();
    let erased = town
        .office
        .erase(&adam, case.filed.number(), "Asked for it".into())
        .await;
    erased.unwrap();
    assert_eq!(town.count("SELECT COUNT(*) FROM capacity_words").await, 0);
    assert_eq!(
        town.count("SELECT COUNT(*) FROM capacity").await,
        2,
        "that somebody acted stays"
    );
    town.is_sound().await;
}
