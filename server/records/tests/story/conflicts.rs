//! Whoever is on a recording decides nothing on it, at any desk; what only closes or serves, they do as anybody.

use law::{
    disclosure_order::{OrderActKind, OrderKind},
    notice::{Audience, Channel, Consent, Decision, NoticeActKind, ProofKind, Receipt, ReleaseReason},
    objection::{ObjectionAnswer, Relief},
    person::Receiver,
    proposal::ProposalActKind,
    recording::{InactiveGround, LocationKind, NoRecordReason, RecordingActKind, Scene, StatusChange},
    redaction::CopyActKind,
    release::ReleaseActKind,
    request::{Act, ActKind},
    request_order::Ruling,
};
use office::{
    OfficeResult, Refusal,
    desk::{
        CustodianDesk as _, IntakeDesk as _, NoticeDesk as _, OrderDesk as _, PeopleDesk as _, ProposalDesk as _,
        RecordingDesk as _, ReleaseDesk as _,
    },
    forms::{
        CodeReissue, CopyForm, Deletion, FileKind, NewFile, NoticeAct, OrderAct, PersonFacts, Publication, ReleaseStop,
        SceneForm, StatusForm, Unlink,
    },
    permission::{Custodian, Reviewer},
    views::{CodeGround, Role},
};

use super::{
    notices::{Case, objection},
    recordings::order,
    releases::{Release, arrives, movie},
};
use crate::support::{Town, WEDNESDAY, form_key, petition, staff_act};

crate::on_both_engines!(
    on_requests,
    on_recordings_and_their_people,
    on_notices,
    on_files_orders_and_proposals,
    on_releases_and_the_library,
);

/// The officer of the recording, with an account of each kind.
struct Officer {
    works: Custodian,
    checks: Reviewer,
}

impl Officer {
    async fn of(town: &Town) -> Self {
        town.raw("UPDATE recording SET officer = 'A-9, B-17'").await.unwrap();
        let mut works = town.staff("Olga", Role::Custodian).await.staff;
        let mut checks = town.staff("Otto", Role::Reviewer).await.staff;
        works.officer = Some(" b-17 ".into());
        checks.officer = Some("B-17".into());
        Self {
            works: works.custodian().unwrap(),
            checks: checks.reviewer().unwrap(),
        }
    }
}

fn on_recording<T>(answer: &OfficeResult<T>) -> bool {
    match answer {
        Err(Refusal::Stopped { bars }) => bars.iter().any(|bar| bar.reason == ReleaseReason::OnRecording),
        Err(Refusal::Barred { bar }) => bar.reason == law::bar::Reason::OnRecording,
        _ => false,
    }
}

fn told<T: std::fmt::Debug>(what: &str, decides: bool, answer: &OfficeResult<T>) {
    assert_eq!(on_recording(answer), decides, "{what}: {answer:?}");
}

/// An act of staff of each kind; none where staff have none. A new kind has its row here, or this does not compile.
fn act(kind: ActKind) -> Option<(bool, Act)> {
    let serves = |act| Some((false, act));
    let decides = |act| Some((true, act));
    let received = law::request::Reception {
        on: WEDNESDAY,
        channel: law::request::ReplyChannel::Counter,
    };
    match kind {
        ActKind::Acknowledge => serves(Act::Acknowledge),
        ActKind::AskClarification => serves(Act::AskClarification),
        ActKind::RecordAnswer => serves(Act::RecordAnswer { received }),
        ActKind::ExplainDelay => serves(Act::ExplainDelay {
            promised: jiff::civil::date(2026, 3, 2),
        }),
        ActKind::AskFee => serves(Act::AskFee {
            lines: Vec::new(),
            deposit_cents: None,
        }),
        ActKind::EstimateFee => serves(Act::EstimateFee { lines: Vec::new() }),
        ActKind::RefundFee => serves(Act::RefundFee {
            cents: 1,
            on: WEDNESDAY,
            receipt: None,
        }),
        ActKind::SettleFee => serves(Act::SettleFee {
            waived: true,
            received: None,
            cents: None,
            receipt: None,
        }),
        ActKind::RecordPetition => serves(Act::RecordPetition {
            petition: petition(WEDNESDAY),
        }),
        ActKind::EndPetition => serves(Act::EndPetition {
            how: law::request_order::PetitionEnd::Dismissed,
            on: WEDNESDAY,
        }),
        ActKind::CorrectReceipt => serves(Act::CorrectReceipt {
            on: WEDNESDAY,
            why: law::request::ReceiptMistake::Typing,
            entry: 1,
        }),
        ActKind::Reply => serves(Act::Reply),
        ActKind::CloseActive => decides(Act::CloseActive {
            confirmed_on: WEDNESDAY,
        }),
        ActKind::RecordInactive => decides(Act::RecordInactive {
            ground: InactiveGround::NotPursued,
            since: WEDNESDAY,
        }),
        ActKind::Reclose => decides(Act::Reclose { since: WEDNESDAY }),
        ActKind::EnterOrder => decides(Act::EnterOrder {
            order: crate::support::order(WEDNESDAY, Ruling::Disclose),
        }),
        ActKind::VerifyOrder => decides(Act::VerifyOrder { same_person: false }),
        ActKind::FindNoRecord => decides(Act::FindNoRecord {
            why: NoRecordReason::NotMade,
        }),
        ActKind::Deny => decides(Act::Deny {
            provision: law::bar::Section::of("RSMo 610.100.3"),
        }),
        ActKind::DenyInPart => decides(Act::DenyInPart {
            given: law::denial::GivenPart::SomeRecordings,
            withheld: Vec::new(),
        }),
        ActKind::GiveGrounds => decides(Act::GiveGrounds),
        ActKind::Reopen => decides(Act::Reopen),
        ActKind::TakeBack => decides(Act::TakeBack { entry: 1 }),
        ActKind::StartRedaction => decides(Act::StartRedaction),
        // Of the requester, or of the portal by what a release or a copy has decided.
        ActKind::AnswerClarification
        | ActKind::AskGrounds
        | ActKind::AcceptFee
        | ActKind::ChallengeFee
        | ActKind::NarrowRequest
        | ActKind::Write
        | ActKind::Withdraw
        | ActKind::Lapse
        | ActKind::ExtendLapse
        | ActKind::FinishRedaction
        | ActKind::OpenGate
        | ActKind::Deliver => None,
    }
}

async fn on_requests(town: Town) {
    let case = Case::begins(&town).await;
    let officer = Officer::of(&town).await;
    let number = case.filed.number();
    for kind in ActKind::ALL {
        let Some((decides, act)) = act(kind) else { continue };
        let by = match kind {
            ActKind::VerifyOrder => &officer.checks as &office::views::Staff,
            _ => &officer.works,
        };
        let version = town.office.request(&case.cole, number).await.unwrap().unwrap().version;
        let answer = town.office.act(by, number, staff_act(act, version)).await;
        told(kind.key(), decides, &answer);
    }
    let code = CodeReissue {
        key: form_key(),
        ground: CodeGround::Facts,
        note: "He knew it all".into(),
    };
    told(
        "a new code",
        true,
        &town.office.reissue_code(&officer.works, number, code).await,
    );
    assert!(
        town.office
            .request(&officer.works, number)
            .await
            .unwrap()
            .unwrap()
            .conflict
    );
}

async fn on_recordings_and_their_people(town: Town) {
    let case = Case::begins(&town).await;
    let logged = case.logs(case.person("Person B"), Receiver::Person).await;
    let Officer { works: by, .. } = Officer::of(&town).await;
    let (office, id, number) = (&town.office, &case.recording, case.filed.number());
    for kind in RecordingActKind::ALL {
        let version = office.recording(&case.cole, id).await.unwrap().unwrap().version;
        let answer = match kind {
            RecordingActKind::Status => {
                let change = StatusChange::Reclose { since: WEDNESDAY };
                let reason = "The detective said so.".into();
                let form = StatusForm {
                    change,
                    reason,
                    version,
                };
                office.change_status(&by, id, form).await
            }
            RecordingActKind::Scene => {
                let scene = Scene {
                    location: LocationKind::Public,
                    crime_scene_of_deceased: false,
                };
                let form = SceneForm {
                    scene,
                    people_logged: true,
                    version,
                };
                office.judge(&by, id, form).await
            }
            RecordingActKind::Link => office.link(&by, id, number).await,
            RecordingActKind::Unlink => {
                let unlink = Unlink {
                    number: number.clone(),
                    reason: "Another street.".into(),
                };
                office.unlink(&by, id, unlink).await
            }
            RecordingActKind::Delete => {
                let deletion = Deletion {
                    on: WEDNESDAY,
                    rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
                    breach: false,
                    version,
                };
                office.record_deletion(&by, id, deletion).await
            }
        };
        told(kind.key(), kind.decides(), &answer);
    }
    // The people log: who is shown decides who is told; how to reach them is service.
    let facts = PersonFacts {
        seen: super::notices::spans("0:10-0:20"),
        heard: super::notices::spans("0:20-0:50"),
        police_affiliated: false,
        minor: true,
        incapacitated: false,
        deceased: false,
    };
    told(
        "log",
        true,
        &office.log_person(&by, case.person("Person C").into()).await,
    );
    told("change", true, &office.change_person(&by, &logged, facts, 1).await);
    let out = office.take_out_person(&by, &logged, "Nobody.".into(), 1).await;
    told("take out", true, &out);
    let contact = office.person(&by, &logged).await.unwrap().unwrap().contacts.remove(0);
    told("contact", false, &office.keep_contact(&by, &logged, contact).await);
}

fn notice_act(kind: NoticeActKind) -> NoticeAct {
    let on = WEDNESDAY;
    match kind {
        NoticeActKind::Send => NoticeAct::Send {
            on,
            channel: Channel::CertifiedMail,
            to: Receiver::Person,
            audience: Audience::Requester,
        },
        NoticeActKind::Receive => NoticeAct::Receive {
            receipt: Receipt {
                on,
                proof: ProofKind::CertifiedMail,
            },
            papers: Vec::new(),
        },
        NoticeActKind::Return => NoticeAct::Return { on },
        NoticeActKind::Search => NoticeAct::Search {
            on,
            how: "Asked at the door.".into(),
        },
        NoticeActKind::Unlocated => NoticeAct::Unlocated { on },
        NoticeActKind::Talk => NoticeAct::Talk { on },
        NoticeActKind::Object => NoticeAct::Object {
            on,
            objection: Box::new(objection(Relief::Whole)),
        },
        NoticeActKind::Answer => NoticeAct::Answer {
            objection: "any".into(),
            answer: ObjectionAnswer::Accepted { on },
        },
        NoticeActKind::Clear => NoticeAct::Clear { checked: on },
        NoticeActKind::Consent => NoticeAct::Consent {
            consent: Consent {
                on,
                by: Receiver::Person,
                identity_verified: true,
                audience: Audience::Requester,
            },
        },
        NoticeActKind::RedactOut => NoticeAct::RedactOut { on },
        NoticeActKind::Exempt => NoticeAct::Exempt,
        NoticeActKind::Action => NoticeAct::Action {
            id: None,
            court: "Circuit Court".into(),
            filed: Some(on),
            served: None,
        },
        NoticeActKind::Reject => NoticeAct::Reject {
            on,
            action: "any".into(),
        },
        NoticeActKind::Decide => NoticeAct::Decide {
            action: None,
            dated: on,
            decision: Decision::EnjoinAll { until: None },
            ends: false,
        },
        NoticeActKind::TakeBack => NoticeAct::TakeBack,
        NoticeActKind::TakeBackDecision => NoticeAct::TakeBackDecision {
            decision: 0,
            reason: "Another person's order.".into(),
        },
    }
}

async fn on_notices(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let officer = Officer::of(&town).await;
    for kind in NoticeActKind::ALL {
        let version = case.sees(&id).await.version;
        let answer = town
            .office
            .act_on_notice(&officer.works, &id, notice_act(kind), version)
            .await;
        told(kind.key(), kind.decides(), &answer);
    }
}

async fn on_files_orders_and_proposals(town: Town) {
    let release = Release::closed(&town).await;
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    let case = &release.case;
    let notice = case.tells("Person B").await;
    case.enters(&notice, notice_act(NoticeActKind::Consent)).await.unwrap();
    let entered = order(OrderKind::Disclose, "AX-1 0:00-10:00");
    let order_id = town.office.enter_order(&case.cole, entered.clone()).await.unwrap();
    let officer = Officer::of(&town).await;
    let (office, copy) = (&town.office, release.copy().await);
    for kind in CopyActKind::ALL {
        let answer = match kind {
            CopyActKind::Upload => {
                for kind in FileKind::ALL {
                    let at = arrives(&office.incoming(), &movie(2));
                    let sent = office
                        .keep_file(
                            &officer.works,
                            &case.recording,
                            NewFile::of(kind, at, "film.mp4".into()),
                        )
                        .await;
                    told(kind.key(), kind != FileKind::Original, &sent);
                    let name = "film.mp4".to_owned();
                    let begun = office
                        .begin_upload(&officer.works, &case.recording, kind, name, 64)
                        .await;
                    told(kind.key(), kind != FileKind::Original, &begun);
                }
                continue;
            }
            CopyActKind::Redactions => {
                let list = CopyForm::default().redactions().unwrap();
                office.redact(&officer.works, &copy.id, list, copy.version).await
            }
            CopyActKind::Approve => {
                office
                    .approve(&officer.checks, &copy.id, &copy.copy.sha256, copy.version)
                    .await
            }
        };
        told(kind.key(), kind.decides(), &answer);
    }
    for kind in OrderActKind::ALL {
        let version = office.order(&case.cole, &order_id).await.unwrap().unwrap().version;
        let (by, act): (&office::views::Staff, _) = match kind {
            OrderActKind::Verify => (&officer.checks, OrderAct::Verify),
            OrderActKind::Stay => (&officer.works, OrderAct::Stay { since: WEDNESDAY }),
            OrderActKind::Lift => (&officer.works, OrderAct::Lift),
        };
        told(
            kind.key(),
            true,
            &office.act_on_order(by, &order_id, act, version).await,
        );
    }
    let again = order(OrderKind::Disclose, "AX-1 0:00-09:00");
    told("enter", true, &office.enter_order(&officer.works, again).await);
    let waits = office.to_verify(&case.sol).await.unwrap().entries.remove(0);
    for kind in ProposalActKind::ALL {
        let answer = match kind {
            ProposalActKind::Verify => office.verify_proposal(&officer.checks, &waits.id).await,
            ProposalActKind::Refuse => office.refuse_proposal(&officer.checks, &waits.id, "No.".into()).await,
        };
        told(kind.key(), true, &answer);
    }
}

async fn on_releases_and_the_library(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    release.publishes(&id).await;
    release.proposes(&id, "Another title").await.unwrap();
    let officer = Officer::of(&town).await;
    let (office, number) = (&town.office, release.case.filed.number());
    let view = office.release_view(&release.rhea, number).await.unwrap().unwrap();
    let waiting = view.publications[0].waiting.clone().unwrap().id;
    for kind in ReleaseActKind::ALL {
        let answer = match kind {
            ReleaseActKind::OpenAll => office.open_notices(&officer.works, number).await.map(|_| ()),
            ReleaseActKind::SendAll => office
                .send_all(&officer.works, number, Channel::CertifiedMail, Audience::Requester)
                .await
                .map(|_| ()),
            ReleaseActKind::ReceiveAll => {
                let receipt = Receipt {
                    on: WEDNESDAY,
                    proof: ProofKind::CertifiedMail,
                };
                office.receive_all(&officer.works, number, Vec::new(), receipt).await
            }
            ReleaseActKind::Plan => office.confirm(&officer.works, number, true, true).await,
            ReleaseActKind::Release => office.release(&officer.works, number, Vec::new()).await,
            ReleaseActKind::Propose => {
                let publication = Publication {
                    title: "A title".into(),
                    warning: "Shouts.".into(),
                };
                office
                    .propose_publication(&officer.works, number, &id, publication)
                    .await
            }
            ReleaseActKind::Approve => office.approve_publication(&officer.checks, number, &waiting).await,
            ReleaseActKind::SendBack => {
                office
                    .send_back_publication(&officer.checks, number, &waiting, "No.")
                    .await
            }
            ReleaseActKind::TakeDown => office.take_down(&officer.works, number, &id, "A face.").await,
            ReleaseActKind::Stop => {
                let stop = ReleaseStop {
                    reason: "A face was left at 3:20.".into(),
                    words: None,
                };
                office.stop_release(&officer.works, number, &id, stop).await
            }
        };
        told(kind.key(), kind.decides(), &answer);
        let closes = matches!(
            kind,
            ReleaseActKind::SendBack | ReleaseActKind::TakeDown | ReleaseActKind::Stop
        );
        assert!(!closes || answer.is_ok(), "{}: {answer:?}", kind.key());
    }
    assert!(!release.hands_out(&id).await);
}
