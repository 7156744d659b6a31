//! Nothing leaves before everybody had their days: by the office, and by hand in the database.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use law::{
    disclosure_order::OrderKind,
    event::Event,
    notice::{Decision, ReleaseReason},
    objection::{Ask, ObjectionAnswer, Relief},
    person::Receiver,
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    redaction::Sha256,
    request::{Act, Stage},
};
use office::{
    OfficeResult, Refusal,
    desk::{
        Depicted, DepictedDesk as _, LibraryDesk as _, NoticeDesk as _, OrderDesk as _, PublicDesk as _,
        RecordingDesk as _, ReleaseDesk as _, ReleasedFile, RequesterDesk as _,
    },
    forms::{
        CopyForm, FileKind, FileReceipt, FilingForm, NewFile, NoticeAct, OrderAct, Publication, SceneForm, StatusForm,
    },
    permission::Reviewer,
    views::{CopyView, LibraryFile, Role, Staff},
};
use records::secret;

use super::{
    notices::{Case, bar, objection},
    obstacles,
    recordings::order,
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    nothing_leaves_before_the_last_day_and_all_of_it_after,
    the_docket_says_who_did_what_on_the_way_to_a_delivery_and_when,
    a_copy_that_was_approved_before_moves_the_request_on_by_the_portal_itself,
    an_objection_settled_by_redaction_frees_the_release_once_the_copy_keeps_the_promise,
    an_overruled_objection_frees_it_after_the_window,
    an_objection_granted_whole_keeps_the_recording,
    a_pending_action_blocks_on_every_request,
    a_court_that_forbids_parts_lets_the_rest_go,
    somebody_hidden_in_the_copy_needs_no_days,
    an_order_opens_its_spans_until_its_last_day,
    a_guardian_answers_for_a_child,
    of_two_approvals_one_counts_and_a_changed_file_needs_a_new_one,
    hostile_files_are_refused_and_nothing_is_kept,
    a_reclosed_record_stops_its_links,
    the_public_library_shows_what_was_decided_and_nothing_else,
    what_the_requester_and_the_public_get_is_the_same_with_and_without_an_objection,
);

/// A movie of 30 minutes that shows nothing; each number gives another file.
pub fn movie(number: u8) -> Vec<u8> {
    movie_of(number, 1_800_000)
}

/// A movie of so many milliseconds.
pub fn movie_of(number: u8, ms: u32) -> Vec<u8> {
    crate::support::movie::of(ms, &[number; 64])
}

/// A release in the making.
pub struct Release<'t> {
    pub case: Case<'t>,
    pub rhea: Reviewer,
}

impl<'t> Release<'t> {
    /// The footage is open, the request is in the making; only people are left.
    pub async fn begins(town: &'t Town) -> Self {
        let release = Self::closed(town).await;
        release.opens_the_footage().await;
        release
    }

    pub async fn closed(town: &'t Town) -> Self {
        Self::closed_on(town, town.resident("Ana").form()).await
    }

    /// As filed with a form.
    pub async fn closed_on(town: &'t Town, form: FilingForm) -> Self {
        let case = Case::files(town, form).await;
        let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
        let scene = SceneForm {
            scene: Scene {
                location: LocationKind::Public,
                crime_scene_of_deceased: false,
            },
            people_logged: true,
            version: 1,
        };
        town.office.judge(&case.cole, &case.recording, scene).await.unwrap();
        Self { case, rhea }
    }

    pub async fn opens_the_footage(&self) {
        let (town, case) = (self.case.town, &self.case);
        let inactive = StatusForm {
            change: StatusChange::Inactive {
                ground: InactiveGround::NotPursued,
                since: WEDNESDAY,
            },
            reason: "The detective said so.".into(),
            version: 2,
        };
        town.office
            .change_status(&case.cole, &case.recording, inactive)
            .await
            .unwrap();
        let act = Act::RecordInactive {
            ground: InactiveGround::NotPursued,
            since: WEDNESDAY,
        };
        self.acts(Act::Acknowledge).await;
        self.acts(act).await;
    }

    pub async fn acts(&self, act: Act) {
        use office::desk::CustodianDesk as _;
        let (office, number) = (&self.case.town.office, self.case.filed.number());
        let version = office.request(&self.case.cole, number).await.unwrap().unwrap().version;
        let act = crate::support::staff_act(act, version);
        office.act(&self.case.cole, number, act).await.unwrap();
    }

    pub async fn sends_file(&self, kind: FileKind, bytes: &[u8]) -> OfficeResult<FileReceipt> {
        let office = &self.case.town.office;
        let at = arrives(&office.incoming(), bytes);
        office
            .keep_file(
                &self.case.cole,
                &self.case.recording,
                NewFile::of(kind, at, "copy.mp4".into()),
            )
            .await
    }

    pub async fn copy(&self) -> CopyView {
        let files = self
            .case
            .town
            .office
            .files(&self.rhea, &self.case.recording)
            .await
            .unwrap();
        files.unwrap().copies.remove(0)
    }

    /// A copy with these redactions, approved by a second person.
    pub async fn copies(&self, number: u8, redactions: &str) {
        self.sends_file(FileKind::Copy, &movie(number)).await.unwrap();
        let office = &self.case.town.office;
        let form = CopyForm {
            redactions: redactions.into(),
            ..CopyForm::default()
        };
        let copy = self.copy().await;
        let list = form.redactions().unwrap();
        office
            .redact(&self.case.cole, &copy.id, list, copy.version)
            .await
            .unwrap();
        self.approves(&self.rhea).await.unwrap();
    }

    pub async fn approves(&self, by: &Staff) -> OfficeResult<()> {
        let copy = self.copy().await;
        let office = &self.case.town.office;
        office
            .approve(&by.reviewer()?, &copy.id, &copy.copy.sha256, copy.version)
            .await
    }

    pub async fn tries(&self) -> OfficeResult<()> {
        let town = self.case.town;
        town.office
            .release(&self.case.cole, self.case.filed.number(), Vec::new())
            .await
    }

    /// Law and database name the same reasons.
    pub async fn agrees(&self) {
        obstacles::agree(self.case.town, &self.case.cole, self.case.filed.number()).await;
    }

    /// Everything in the way, by the law; the database names the same.
    pub async fn bars(&self) -> Vec<ReleaseReason> {
        self.agrees().await;
        match self.tries().await {
            Err(Refusal::Stopped { bars }) => bars.into_iter().map(|bar| bar.reason).collect(),
            other => panic!("nothing should leave: {other:?}"),
        }
    }

    /// The database refuses a row by hand, whatever the program thinks: also to those who first write today's date
    /// into the audit log, without which nothing leaves at all. Nothing of it stays.
    pub async fn by_hand(&self) -> Result<u64, sqlx::Error> {
        use sqlx::Executor as _;
        let town = self.case.town;
        let mut tx = town.office.store().begin().await.unwrap();
        obstacles::lie_about_the_day(&mut tx, town.clock_day()).await;
        let row = sqlx::raw_sql(sqlx::AssertSqlSafe(self.row_on(town.clock_day())));
        Ok(tx.conn().await.unwrap().execute(row).await?.rows_affected())
    }

    /// A row by hand that bears a day.
    pub fn row_on(&self, day: Date) -> String {
        format!(
            "INSERT INTO release (id, request_id, recording_id, copy_id, on_date, released_at, released_by, basis, \
             seconds_withheld, checklist) SELECT '{}', l.request_id, l.recording_id, c.id, '{}', 1, '{}', 'by hand', 0, \
             '[]' FROM request_recording l JOIN release_copy c ON c.recording_id = l.recording_id \
             ORDER BY c.made_at DESC, c.id DESC LIMIT 1",
            secret::key(),
            day,
            self.case.cole.id
        )
    }

    pub async fn is_held_back(&self) -> Vec<ReleaseReason> {
        let bars = self.bars().await;
        let refused = self.by_hand().await.expect_err("by hand it went").to_string();
        assert!(refused.contains("release refused"), "{refused}");
        bars
    }

    pub async fn goes(&self) {
        self.agrees().await;
        self.tries().await.unwrap();
        assert!(matches!(
            self.case.filed.status().await.stage,
            Stage::Released | Stage::Partial
        ));
    }

    /// Cole proposes it for the library, and Rhea approves.
    pub async fn publishes(&self, id: &str) {
        self.proposes(id, "Main Street, February").await.unwrap();
        self.approves_proposal(&self.rhea).await.unwrap();
    }

    pub async fn proposes(&self, id: &str, title: &str) -> OfficeResult<()> {
        let publication = Publication {
            title: title.into(),
            warning: "Somebody shouts.".into(),
        };
        let (office, number) = (&self.case.town.office, self.case.filed.number());
        office
            .propose_publication(&self.case.cole, number, id, publication)
            .await
    }

    /// Somebody approves what waits.
    pub async fn approves_proposal(&self, by: &Reviewer) -> OfficeResult<()> {
        let (office, number) = (&self.case.town.office, self.case.filed.number());
        let view = office.release_view(by, number).await?.unwrap();
        let waiting = view.publications.into_iter().find_map(|one| one.waiting);
        let id = waiting.map(|one| one.id).unwrap_or_default();
        office.approve_publication(by, number, &id).await
    }

    pub async fn clears(&self, id: &str) {
        let checked = self.case.town.clock_day();
        self.case.does(id, NoticeAct::Clear { checked }).await.unwrap();
    }

    /// The request itself gets its own order.
    pub async fn request_is_ordered(&self) {
        use office::desk::CustodianDesk as _;
        self.acts(Act::Acknowledge).await;
        let petition = crate::support::petition(WEDNESDAY);
        self.acts(Act::RecordPetition { petition }).await;
        let entered = crate::support::order(WEDNESDAY, law::request_order::Ruling::Disclose);
        self.acts(Act::EnterOrder { order: entered }).await;
        let (office, number) = (&self.case.town.office, self.case.filed.number());
        let version = office.request(&self.rhea, number).await.unwrap().unwrap().version;
        let act = crate::support::staff_act(Act::VerifyOrder { same_person: false }, version);
        office.act(&self.rhea, number, act).await.unwrap();
    }
}

/// A file as an upload leaves it.
pub fn arrives(folder: &PathBuf, bytes: &[u8]) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let at = folder.join(secret::key());
    std::fs::write(&at, bytes).unwrap();
    at
}

async fn nothing_leaves_before_the_last_day_and_all_of_it_after(town: Town) {
    let release = Release::begins(&town).await;
    assert!(release.bars().await.contains(&ReleaseReason::CopyMissing));
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let bars = release.is_held_back().await;
    assert!(bars.contains(&ReleaseReason::CopyUnapproved) && bars.contains(&ReleaseReason::NoticeMissing));
    release.approves(&release.rhea).await.unwrap();
    assert_eq!(release.is_held_back().await, [ReleaseReason::NoticeMissing]);
    let id = release.case.opens().await.remove(0).1;
    assert_eq!(release.is_held_back().await, [ReleaseReason::NotSent]);
    release.case.sends(&id, Receiver::Person).await;
    assert_eq!(release.is_held_back().await, [ReleaseReason::ReceiptUnproven]);
    release.case.receives(&id, WEDNESDAY).await;
    // The ten days end on Tuesday the 17th: the weekend and Presidents' Day lengthen them.
    town.today_is(date(2026, 2, 17));
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::WindowOpen { .. }]
    ));
    town.today_is(date(2026, 2, 18));
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::DocketUnchecked { .. }]
    ));
    release.clears(&id).await;
    release.goes().await;
    assert_eq!(release.case.filed.status().await.stage, Stage::Released);
    let delivered = town.office.delivered(&release.case.filed.requester()).await.unwrap();
    let file = town
        .office
        .delivered_file(&release.case.filed.requester(), &delivered[0].id, ReleasedFile::Video)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(std::fs::read(file).unwrap(), movie(1));
    for by_hand in [
        "DELETE FROM release",
        "UPDATE release SET on_date = '2020-01-01'",
        "DELETE FROM redaction",
    ] {
        let done = town.raw(by_hand).await;
        assert!(done.is_err() || matches!(done, Ok(0)), "{by_hand}");
    }
    town.is_sound().await;
}

/// What the console's docket says of some acts: which, by whom, on which day.
async fn way(release: &Release<'_>) -> Vec<(String, String, Date)> {
    use office::desk::CustodianDesk as _;
    let (office, number) = (&release.case.town.office, release.case.filed.number());
    let seen = office.request(&release.rhea, number).await.unwrap().unwrap();
    let step = |event: &Event| match event {
        Event::RedactionStarted => Some("begun"),
        Event::RedactionApproved => Some("approved"),
        Event::GateOpened => Some("free"),
        Event::Released { .. } => Some("delivered"),
        _ => None,
    };
    seen.docket
        .iter()
        .filter_map(|line| {
            let by = line.staff.clone().unwrap_or_else(|| "the portal".into());
            Some((step(&line.line.event)?.to_owned(), by, line.line.on))
        })
        .collect()
}

fn step(what: &str, by: &str, on: Date) -> (String, String, Date) {
    (what.to_owned(), by.to_owned(), on)
}

async fn the_docket_says_who_did_what_on_the_way_to_a_delivery_and_when(town: Town) {
    let release = Release::begins(&town).await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let (kept, approved, cleared, left) = (date(2026, 2, 5), date(2026, 2, 6), date(2026, 2, 18), date(2026, 2, 20));
    town.today_is(kept);
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    assert_eq!(release.case.filed.status().await.stage, Stage::Redacting);
    town.today_is(approved);
    release.approves(&release.rhea).await.unwrap();
    assert_eq!(release.case.filed.status().await.stage, Stage::NoticeGate);
    let id = release.case.opens().await.remove(0).1;
    release.case.sends(&id, Receiver::Person).await;
    release.case.receives(&id, approved).await;
    town.today_is(cleared);
    release.clears(&id).await;
    assert_eq!(release.case.filed.status().await.stage, Stage::Ready);
    town.today_is(left);
    release.goes().await;
    assert_eq!(
        way(&release).await,
        [
            step("begun", "Cole", kept),
            step("approved", "Rhea", approved),
            step("free", "the portal", cleared),
            step("delivered", "Cole", left),
        ]
    );
    town.is_sound().await;
}

async fn a_copy_that_was_approved_before_moves_the_request_on_by_the_portal_itself(town: Town) {
    let release = Release::closed(&town).await;
    let kept = date(2026, 2, 5);
    town.today_is(kept);
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    release.approves(&release.rhea).await.unwrap();
    assert_eq!(way(&release).await, []);
    let opened = date(2026, 2, 9);
    town.today_is(opened);
    release.opens_the_footage().await;
    assert_eq!(release.case.filed.status().await.stage, Stage::Ready);
    let left = date(2026, 2, 10);
    town.today_is(left);
    release.goes().await;
    assert_eq!(
        way(&release).await,
        [
            step("begun", "the portal", opened),
            step("approved", "the portal", opened),
            step("free", "the portal", opened),
            step("delivered", "Cole", left),
        ]
    );
    // Taken up again with nothing new, it does not call for a second delivery of the same.
    release.acts(Act::Reopen).await;
    assert_eq!(release.case.filed.status().await.stage, Stage::UnderReview);
}

async fn an_objection_settled_by_redaction_frees_the_release_once_the_copy_keeps_the_promise(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    let bela = Depicted { notice: id.clone() };
    town.office.object(&bela, objection(Relief::Whole)).await.unwrap();
    town.today_is(date(2026, 2, 18));
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::ObjectionUnanswered { .. }]
    ));
    let settled = ObjectionAnswer::SettledByRedaction {
        reasons: String::new(),
        on: date(2026, 2, 18),
        asks: vec![Ask::BlurMe, Ask::MuteMe],
    };
    let objection = release.case.sees(&id).await.objections[0].objection.id.clone();
    release
        .case
        .does(
            &id,
            NoticeAct::Answer {
                objection,
                answer: settled,
            },
        )
        .await
        .unwrap();
    release.clears(&id).await;
    assert!(matches!(
        release.bars().await[..],
        [ReleaseReason::PromiseUnkept { .. }]
    ));
    release
        .copies(
            2,
            "blur 0:10-0:40 Person B | RSMo 610.100.3\nmute 0:20-0:50 | RSMo 610.100.3",
        )
        .await;
    release.goes().await;
    let delivered = town
        .office
        .delivered(&release.case.filed.requester())
        .await
        .unwrap()
        .remove(0);
    assert_eq!(release.case.filed.status().await.stage, Stage::Partial);
    assert_eq!((delivered.seconds_withheld, delivered.withheld.len()), (40, 2));
    assert_eq!(delivered.withheld[0].citation, "RSMo 610.100.3");
}

async fn an_overruled_objection_frees_it_after_the_window(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    town.office
        .object(&Depicted { notice: id.clone() }, objection(Relief::Whole))
        .await
        .unwrap();
    let objection = release.case.sees(&id).await.objections[0].objection.id.clone();
    let overruled = ObjectionAnswer::Overruled {
        on: WEDNESDAY,
        reasons: "The public's concern outweighs it.".into(),
    };
    release
        .case
        .does(
            &id,
            NoticeAct::Answer {
                objection,
                answer: overruled,
            },
        )
        .await
        .unwrap();
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::WindowOpen { .. }]
    ));
    town.today_is(date(2026, 2, 18));
    release.clears(&id).await;
    release.goes().await;
}

async fn an_objection_granted_whole_keeps_the_recording(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    town.office
        .object(&Depicted { notice: id.clone() }, objection(Relief::Whole))
        .await
        .unwrap();
    let objection = release.case.sees(&id).await.objections[0].objection.id.clone();
    let answer = ObjectionAnswer::Accepted { on: WEDNESDAY };
    release
        .case
        .does(&id, NoticeAct::Answer { objection, answer })
        .await
        .unwrap();
    town.today_is(date(2026, 2, 18));
    let clear = release
        .case
        .does(
            &id,
            NoticeAct::Clear {
                checked: date(2026, 2, 18),
            },
        )
        .await;
    assert_eq!(bar(clear), ReleaseReason::ObjectionAccepted);
    assert_eq!(release.is_held_back().await, [ReleaseReason::ObjectionAccepted]);
}

async fn a_pending_action_blocks_on_every_request(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    town.today_is(date(2026, 2, 18));
    release.clears(&id).await;
    // Another request for the same recording; its notice ends in court.
    let other = town.resident("Bela").files().await;
    town.office
        .link(&release.case.cole, &release.case.recording, other.number())
        .await
        .unwrap();
    town.office
        .open_notices(&release.case.cole, other.number())
        .await
        .unwrap();
    let all = town
        .office
        .notices(&release.case.cole, office::views::NoticesView::All, 1)
        .await
        .unwrap();
    let second = all
        .lines
        .iter()
        .find(|line| line.number == *other.number())
        .unwrap()
        .id
        .clone();
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(date(2026, 2, 18)),
        served: Some(date(2026, 2, 18)),
    };
    release.case.does(&second, action).await.unwrap();
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::ActionPending { .. }]
    ));
}

async fn a_court_that_forbids_parts_lets_the_rest_go(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    release.case.does(&id, action).await.unwrap();
    town.today_is(date(2026, 2, 18));
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::ActionPending { .. }]
    ));
    let known = release.case.sees(&id).await.notice.actions[0].id.clone();
    let decide = NoticeAct::Decide {
        action: Some(known),
        dated: date(2026, 2, 18),
        decision: Decision::EnjoinPart {
            spans: super::notices::spans("0:20-0:30"),
            until: None,
        },
        ends: true,
    };
    release.case.does(&id, decide).await.unwrap();
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::SpansRestrained { .. }]
    ));
    release.copies(2, "cut 0:20-0:29 | RSMo 610.100.8").await;
    assert!(
        matches!(
            release.is_held_back().await[..],
            [ReleaseReason::SpansRestrained { .. }]
        ),
        "a second is left"
    );
    release
        .copies(3, "cut 0:19-0:25 | RSMo 610.100.8\ncut 0:25-0:31 | RSMo 610.100.8")
        .await;
    release.goes().await;
}

async fn somebody_hidden_in_the_copy_needs_no_days(town: Town) {
    let release = Release::begins(&town).await;
    release
        .copies(
            1,
            "blur 0:10-0:40 Person C | RSMo 610.100.3\nmute 0:20-0:50 | RSMo 610.100.3",
        )
        .await;
    town.office.log_person_b(&release).await;
    let id = release.case.opens().await.remove(0).1;
    release
        .case
        .does(&id, NoticeAct::RedactOut { on: WEDNESDAY })
        .await
        .unwrap();
    // The blur is somebody else's.
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::StillShown { .. }]
    ));
    release
        .copies(
            2,
            "blur 0:10-0:40 Person B | RSMo 610.100.3\nmute 0:20-0:49.5 | RSMo 610.100.3",
        )
        .await;
    assert!(
        matches!(release.is_held_back().await[..], [ReleaseReason::StillShown { .. }]),
        "half a second is heard"
    );
    release
        .copies(
            3,
            "blur 0:10-0:40 Person B | RSMo 610.100.3\nmute 0:20-0:50 | RSMo 610.100.3",
        )
        .await;
    release.goes().await;
}

trait LogsPersonB {
    async fn log_person_b(&self, release: &Release<'_>);
}

impl LogsPersonB for records::RecordsOffice {
    async fn log_person_b(&self, release: &Release<'_>) {
        use office::desk::PeopleDesk as _;
        self.log_person(&release.case.cole, release.case.person("Person B").into())
            .await
            .unwrap();
    }
}

async fn an_order_opens_its_spans_until_its_last_day(town: Town) {
    let release = Release::closed(&town).await;
    release.copies(1, "").await;
    assert!(
        release
            .is_held_back()
            .await
            .iter()
            .any(|bar| matches!(bar, ReleaseReason::FootageClosed { .. }))
    );
    let mut opens = order(OrderKind::Disclose, "AX-1 0:00-10:00");
    opens.last_day = Some(date(2026, 3, 2));
    let order = town.office.enter_order(&release.case.cole, opens).await.unwrap();
    assert!(release.is_held_back().await.contains(&ReleaseReason::OrderNotVerified));
    town.office
        .act_on_order(&release.rhea, &order, OrderAct::Verify, 1)
        .await
        .unwrap();
    let bars = release.is_held_back().await;
    assert!(
        bars.iter().any(|bar| matches!(bar, ReleaseReason::OutsideOrder { .. })),
        "{bars:?}"
    );
    assert!(bars.contains(&ReleaseReason::TermsUnconfirmed));
    release.copies(2, "cut 10:00-30:00 | RSMo 610.100.5").await;
    town.office
        .confirm(&release.case.cole, release.case.filed.number(), true, false)
        .await
        .unwrap();
    town.today_is(date(2026, 3, 3));
    assert!(matches!(
        release.is_held_back().await[..],
        [ReleaseReason::OrderExpired { .. }]
    ));
    town.today_is(date(2026, 3, 2));
    release.request_is_ordered().await;
    release.goes().await;
}

async fn a_guardian_answers_for_a_child(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let child = law::person::Person {
        minor: true,
        ..release.case.person("Child A")
    };
    let child = release.case.logs(child, Receiver::ParentOrGuardian).await;
    release.case.proves(&child, law::capacity::CapacityKind::Parent).await;
    let id = release.case.opens().await.remove(0).1;
    let consent = |by: Receiver, identity_verified: bool| NoticeAct::Consent {
        consent: law::notice::Consent {
            on: WEDNESDAY,
            by,
            identity_verified,
            audience: law::notice::Audience::Requester,
        },
    };
    let alone = release.case.does(&id, consent(Receiver::Person, true)).await;
    assert!(matches!(bar(alone), ReleaseReason::ReceiverUnfit { .. }));
    let unknown = release.case.does(&id, consent(Receiver::ParentOrGuardian, false)).await;
    assert_eq!(bar(unknown), ReleaseReason::IdentityUnverified);
    release.is_held_back().await;
    release
        .case
        .does(&id, consent(Receiver::ParentOrGuardian, true))
        .await
        .unwrap();
    release.goes().await;
}

async fn of_two_approvals_one_counts_and_a_changed_file_needs_a_new_one(town: Town) {
    let release = Release::begins(&town).await;
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    assert_eq!(
        bar(release.approves(&release.case.cole).await),
        ReleaseReason::SamePerson
    );
    let sam = town.staff("Sam", Role::Supervisor).await.staff.reviewer().unwrap();
    let copy = release.copy().await;
    let (one, two) = tokio::join!(
        town.office
            .approve(&release.rhea, &copy.id, &copy.copy.sha256, copy.version),
        town.office.approve(&sam, &copy.id, &copy.copy.sha256, copy.version),
    );
    assert!(one.is_ok() ^ two.is_ok(), "{one:?} {two:?}");
    // Another file, the old hash.
    release.sends_file(FileKind::Copy, &movie(2)).await.unwrap();
    let newer = release.copy().await;
    let old = town
        .office
        .approve(&release.rhea, &newer.id, &copy.copy.sha256, newer.version)
        .await;
    assert_eq!(bar(old), ReleaseReason::HashChanged);
    assert_eq!(
        release.is_held_back().await,
        [ReleaseReason::CopyUnapproved],
        "the newest copy counts"
    );
    // The bytes on the disk change under the hash.
    let place = town
        .office
        .kept_file(&release.rhea, &newer.copy.sha256)
        .await
        .unwrap()
        .unwrap();
    std::fs::write(&place, movie(9)).unwrap();
    assert_eq!(bar(release.approves(&release.rhea).await), ReleaseReason::HashChanged);
    let told = town.office.check().await.unwrap();
    assert!(
        told.iter().any(|line| line.contains(newer.copy.sha256.as_str())),
        "{told:?}"
    );
}

async fn hostile_files_are_refused_and_nothing_is_kept(town: Town) {
    let release = Release::begins(&town).await;
    let whole = movie(1);
    let hostile: [(&[u8], FileKind); 6] = [
        (b"", FileKind::Original),
        (b"#EXTM3U\nhttp://10.0.0.1/\n", FileKind::Copy),
        (&whole[..whole.len() - 9], FileKind::Copy),
        (b"\x7fELF and more", FileKind::Original),
        (b"1\n00:00 --> 00:01\nno header", FileKind::Captions),
        (b"\xff\xfe\x00w", FileKind::Transcript),
    ];
    for (bytes, kind) in hostile {
        let refused = release.sends_file(kind, bytes).await;
        assert!(matches!(refused, Err(Refusal::Invalid { .. })), "{kind:?}: {refused:?}");
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM stored_file").await, 0);
    assert!(
        release
            .sends_file(FileKind::Captions, b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
            .await
            .is_err(),
        "there is no copy yet"
    );
    release.sends_file(FileKind::Original, &whole).await.unwrap();
    release.sends_file(FileKind::Original, &whole).await.unwrap();
    assert_eq!(
        town.count("SELECT COUNT(*) FROM original").await,
        1,
        "the same file twice is one"
    );
    let path = Sha256::parse(&release.copy_hash(&town).await).unwrap();
    let place = town.office.kept_file(&release.rhea, &path).await.unwrap().unwrap();
    assert_eq!(std::fs::read(place).unwrap(), whole);
}

impl Release<'_> {
    async fn copy_hash(&self, town: &Town) -> String {
        town.texts("SELECT sha256 FROM original").await.remove(0)
    }
}

async fn a_reclosed_record_stops_its_links(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let requester = release.case.filed.requester();
    let id = town.office.delivered(&requester).await.unwrap()[0].id.clone();
    release.publishes(&id).await;
    assert!(
        town.office
            .library_file(&id, ReleasedFile::Video)
            .await
            .unwrap()
            .is_some()
    );
    let reclose = StatusForm {
        change: StatusChange::Reclose { since: WEDNESDAY },
        reason: "Acquitted.".into(),
        version: 3,
    };
    town.office
        .change_status(&release.case.cole, &release.case.recording, reclose)
        .await
        .unwrap();
    assert_eq!(town.office.library_file(&id, ReleasedFile::Video).await.unwrap(), None);
    assert_eq!(
        town.office
            .delivered_file(&requester, &id, ReleasedFile::Video)
            .await
            .unwrap(),
        None
    );
    assert_eq!(town.office.library(1).await.unwrap().total, 0);
    let seen = town.office.released(&id).await.unwrap().unwrap();
    let gone = LibraryFile::Gone { on: Some(WEDNESDAY) };
    assert_eq!(seen, gone, "the page says so politely");
    assert_eq!(
        town.office.delivered(&requester).await.unwrap()[0].stopped_on,
        Some(WEDNESDAY)
    );
    assert!(town.raw("UPDATE release SET stopped_at = NULL").await.is_err());
}

async fn the_public_library_shows_what_was_decided_and_nothing_else(town: Town) {
    let release = Release::begins(&town).await;
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    release
        .sends_file(FileKind::Captions, b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
        .await
        .unwrap();
    release.approves(&release.rhea).await.unwrap();
    release.goes().await;
    let id = town.office.delivered(&release.case.filed.requester()).await.unwrap()[0]
        .id
        .clone();
    assert_eq!(
        town.office.released(&id).await.unwrap(),
        None,
        "delivered is not published"
    );
    assert_eq!(town.office.library_file(&id, ReleasedFile::Video).await.unwrap(), None);
    let stranger = town.resident("Bela").files().await.requester();
    let theirs = town
        .office
        .delivered_file(&stranger, &id, ReleasedFile::Video)
        .await
        .unwrap();
    assert_eq!(theirs, None, "another requester's");
    release.publishes(&id).await;
    let library = town.office.library(1).await.unwrap();
    assert_eq!(library.lines[0].title.as_deref(), Some("Main Street, February"));
    assert!(library.lines[0].captions && !library.lines[0].transcript);
    assert!(
        town.office
            .library_file(&id, ReleasedFile::Captions)
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(
        town.office.library_file(&id, ReleasedFile::Transcript).await.unwrap(),
        None
    );
}

/// Everything that the requester and the public can be told of a request, as one text without what
/// differs by chance: ids and the number.
async fn all_they_get(town: &Town, release: &Release<'_>) -> String {
    let requester = release.case.filed.requester();
    let number = release.case.filed.number().to_string();
    let mut delivered = town.office.delivered(&requester).await.unwrap();
    for view in &mut delivered {
        view.id = String::new();
    }
    let all = format!(
        "{:?}\n{:?}\n{:?}\n{delivered:?}\n{:?}\n{}",
        release.case.filed.status().await,
        town.office.windows(&requester).await.unwrap(),
        town.office.private(&requester).await.unwrap(),
        town.office.figures().await.unwrap(),
        town.texts("SELECT subject || body_text || body_html FROM outbox ORDER BY created_at, kind")
            .await
            .join("\n"),
    );
    without_stop_links(&all.replace(&number, "NUMBER"))
}

/// The link that stops letters differs by request, and says nothing else.
fn without_stop_links(all: &str) -> String {
    const LINK: &str = "/follow/stop/";
    let mut parts = all.split(LINK);
    let first = parts.next().unwrap_or_default().to_owned();
    let hexadecimal = |c: char| c.is_ascii_hexdigit();
    parts.fold(first, |all, part| all + LINK + part.trim_start_matches(hexadecimal))
}

async fn what_the_requester_and_the_public_get_is_the_same_with_and_without_an_objection(town: Town) {
    let quiet = Release::begins(&town).await;
    let loud_town = match town.dialect() {
        records::store::Dialect::Sqlite => Town::on_sqlite().await,
        records::store::Dialect::Postgres => Town::on_postgres().await.unwrap(),
    };
    let loud = Release::begins(&loud_town).await;
    let mut told = Vec::new();
    for (town, release, objects) in [(&town, &quiet, false), (&loud_town, &loud, true)] {
        release.copies(1, "").await;
        let id = release.case.tells("Person B").await;
        if objects {
            town.office
                .object(&Depicted { notice: id.clone() }, objection(Relief::Whole))
                .await
                .unwrap();
        }
        let mut moments = vec![all_they_get(town, release).await];
        if objects {
            let objection = release.case.sees(&id).await.objections[0].objection.id.clone();
            let answer = ObjectionAnswer::Overruled {
                on: WEDNESDAY,
                reasons: "A canary reason.".into(),
            };
            release
                .case
                .does(&id, NoticeAct::Answer { objection, answer })
                .await
                .unwrap();
        }
        town.today_is(date(2026, 2, 18));
        moments.push(all_they_get(town, release).await);
        release.clears(&id).await;
        release.goes().await;
        moments.push(all_they_get(town, release).await);
        told.push(moments);
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0][2].contains("Released"), "the story was told to its end");
}
