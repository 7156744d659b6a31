//! What was let go stops at once, whoever or whatever stops it, and whom it went to is told.

use jiff::civil::date;
use law::{
    disclosure_order::OrderKind,
    recording::{InactiveGround, StatusChange},
    release::{ReleaseActKind, StopGround},
    request::{Act, Stage},
};
use office::{
    desk::{LibraryDesk as _, OrderDesk as _, ReleaseDesk as _, ReleasedFile, RequesterDesk as _},
    forms::{FileKind, OrderAct, ReleaseStop},
    views::VideoStanding,
};

use super::{
    notices::bar,
    recordings::order,
    releases::{Release, movie},
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    one_custodian_stops_a_delivery_at_once_and_everybody_it_went_to_is_told,
    one_letter_says_that_the_video_is_ready_and_where,
    steps_of_one_moment_are_one_letter,
    a_newer_copy_stops_what_went_out_of_the_older_one,
    of_two_copies_of_a_recording_one_goes_on_a_request,
    an_order_that_ends_opens_nothing_even_before_anybody_looks,
    a_request_closed_again_closes_its_recordings_on_every_request,
    a_newer_copy_by_hand_is_told_and_hands_nothing_out,
);

impl Release<'_> {
    /// The id of the newest thing delivered.
    pub async fn delivered(&self) -> String {
        let all = self.case.town.office.delivered(&self.case.filed.requester()).await;
        all.unwrap().pop().unwrap().id
    }

    /// Whether the requester is handed the video.
    pub async fn hands_out(&self, id: &str) -> bool {
        let (office, by) = (&self.case.town.office, self.case.filed.requester());
        let file = office.delivered_file(&by, id, ReleasedFile::Video).await;
        file.unwrap().is_some()
    }

    /// Cole stops it.
    pub async fn stops(&self, id: &str) -> office::OfficeResult<()> {
        let stop = ReleaseStop {
            reason: "A face was left at 3:20.".into(),
            words: Some("We made a mistake, and send another.".into()),
        };
        let office = &self.case.town.office;
        office
            .stop_release(&self.case.cole, self.case.filed.number(), id, stop)
            .await
    }
}

async fn one_custodian_stops_a_delivery_at_once_and_everybody_it_went_to_is_told(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    let ready = VideoStanding {
        going: 1,
        stopped_on: None,
    };
    assert_eq!(release.case.filed.status().await.video, Some(ready));
    town.letters_go_out().await;
    town.today_is(date(2026, 2, 6));
    release.stops(&id).await.unwrap();
    assert!(!release.hands_out(&id).await);
    let standing = VideoStanding {
        going: 0,
        stopped_on: Some(date(2026, 2, 6)),
    };
    assert_eq!(release.case.filed.status().await.video, Some(standing));
    let seen = town
        .office
        .delivered(&release.case.filed.requester())
        .await
        .unwrap()
        .remove(0);
    let stop = seen.stop.unwrap();
    assert_eq!(seen.stopped_on, Some(date(2026, 2, 6)));
    assert_eq!(stop.ground, StopGround::Office);
    assert_eq!(stop.words.as_deref(), Some("We made a mistake, and send another."));
    let letters = town
        .texts("SELECT body_text FROM outbox WHERE sent_at IS NULL AND kind = 'stopped'")
        .await;
    assert!(
        letters.len() == 1 && letters[0].contains("another") && !letters[0].contains("3:20"),
        "{letters:?}"
    );
    let kept = town
        .texts("SELECT event FROM audit_entry WHERE act = 'links_stopped'")
        .await;
    assert!(kept.len() == 1 && kept[0].contains("3:20"), "{kept:?}");
    // What stopped stays so, and is stopped once.
    assert!(release.stops(&id).await.is_err());
    for by_hand in [
        "UPDATE release SET stopped_at = NULL",
        "UPDATE release SET stopped_reason = 'x'",
        "UPDATE release SET stopped_words = 'x'",
        "UPDATE release SET stopped_by = NULL",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    // On again it goes by a new release only.
    release.acts(Act::Reopen).await;
    release.goes().await;
    let anew = release.delivered().await;
    assert!(anew != id && release.hands_out(&anew).await && !release.hands_out(&id).await);
    assert_eq!(release.case.filed.status().await.video, Some(ready));
    assert_eq!(
        town.office
            .private(&release.case.filed.requester())
            .await
            .unwrap()
            .status
            .stage,
        Stage::Released
    );
    town.is_sound().await;
}

async fn one_letter_says_that_the_video_is_ready_and_where(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    town.letters_go_out().await;
    release.goes().await;
    let waiting = town
        .texts("SELECT subject || ' ' || body_text FROM outbox WHERE sent_at IS NULL")
        .await;
    assert_eq!(waiting.len(), 1, "one act, one letter: {waiting:?}");
    let letter = &waiting[0];
    let page = format!("/requests/{}/private#delivered", release.case.filed.number());
    assert!(
        letter.contains("your video is ready") && letter.contains(&page),
        "{letter}"
    );
    assert!(
        letter.contains("Parts are withheld") && !letter.contains("Nobody has to act"),
        "{letter}"
    );
}

async fn steps_of_one_moment_are_one_letter(town: Town) {
    let release = Release::closed(&town).await;
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    release.approves(&release.rhea).await.unwrap();
    release.acts(Act::Acknowledge).await;
    town.letters_go_out().await;
    let inactive = StatusChange::Inactive {
        ground: InactiveGround::NotPursued,
        since: WEDNESDAY,
    };
    release.status(inactive).await;
    let waiting = town.texts("SELECT body_text FROM outbox WHERE sent_at IS NULL").await;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
}

async fn a_newer_copy_stops_what_went_out_of_the_older_one(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    // It answers another request, too.
    let other = town.resident("Bela").files().await;
    let office = &town.office;
    {
        use office::desk::RecordingDesk as _;
        let linked = office.link(&release.case.cole, &release.case.recording, other.number());
        linked.await.unwrap();
    }
    release.sends_file(FileKind::Copy, &movie(2)).await.unwrap();
    assert!(!release.hands_out(&id).await);
    let seen = office
        .delivered(&release.case.filed.requester())
        .await
        .unwrap()
        .remove(0);
    assert_eq!(seen.stop.unwrap().ground, StopGround::NewerCopy);
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'stopped'").await,
        1
    );
    town.is_sound().await;
}

async fn of_two_copies_of_a_recording_one_goes_on_a_request(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let refused = release.by_hand().await.expect_err("two go").to_string();
    assert!(!refused.contains("syntax"), "{refused}");
    let view = office_view(&release).await;
    assert_eq!(view.progress.bar(ReleaseActKind::Stop), None);
    release.stops(&release.delivered().await).await.unwrap();
    release.by_hand().await.unwrap();
    let gone = release.stops(&release.delivered().await).await;
    assert_eq!(bar(gone), law::notice::ReleaseReason::ReleaseStopped);
}

async fn office_view(release: &Release<'_>) -> office::views::ReleaseView {
    let (office, number) = (&release.case.town.office, release.case.filed.number());
    office.release_view(&release.case.cole, number).await.unwrap().unwrap()
}

async fn an_order_that_ends_opens_nothing_even_before_anybody_looks(town: Town) {
    let release = Release::closed(&town).await;
    release.copies(1, "").await;
    let mut opens = order(OrderKind::Disclose, "AX-1");
    opens.last_day = Some(date(2026, 2, 20));
    let opens = town.office.enter_order(&release.case.cole, opens).await.unwrap();
    let verified = town.office.act_on_order(&release.rhea, &opens, OrderAct::Verify, 1);
    verified.await.unwrap();
    let number = release.case.filed.number();
    town.office
        .confirm(&release.case.cole, number, true, false)
        .await
        .unwrap();
    release.request_is_ordered().await;
    release.goes().await;
    let id = release.delivered().await;
    town.today_is(date(2026, 2, 20));
    assert!(release.hands_out(&id).await, "its last day is a day");
    let goes = VideoStanding {
        going: 1,
        stopped_on: None,
    };
    assert_eq!(release.case.filed.status().await.video, Some(goes));
    town.today_is(date(2026, 2, 21));
    assert!(!release.hands_out(&id).await, "nobody has looked yet");
    let seen = town
        .office
        .delivered(&release.case.filed.requester())
        .await
        .unwrap()
        .remove(0);
    assert_eq!(seen.stopped_on, Some(date(2026, 2, 21)), "the page says so too");
    let ended = VideoStanding {
        going: 0,
        stopped_on: Some(date(2026, 2, 21)),
    };
    let standing = release.case.filed.status().await.video;
    assert_eq!(standing, Some(ended), "and so does the public status");
    let standing = release.case.filed.private().await.status.video;
    assert_eq!(standing, Some(ended), "and the private page");
    assert_eq!(town.office.stop_overdue().await.unwrap(), 1);
    assert!(!release.hands_out(&id).await);
}

async fn a_request_closed_again_closes_its_recordings_on_every_request(town: Town) {
    use office::desk::{CustodianDesk as _, RecordingDesk as _};
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    // Bela asks for the same recording, and hers is the request on which the case turns out to have ended.
    let other = town.resident("Bela").files().await;
    let (office, cole) = (&town.office, &release.case.cole);
    office
        .link(cole, &release.case.recording, other.number())
        .await
        .unwrap();
    assert!(release.hands_out(&id).await);
    let version = office.request(cole, other.number()).await.unwrap().unwrap().version;
    let reclose = crate::support::staff_act(Act::Reclose { since: WEDNESDAY }, version);
    office.act(cole, other.number(), reclose).await.unwrap();
    assert!(!release.hands_out(&id).await);
    assert_eq!(town.texts("SELECT status_kind FROM recording").await, ["reclosed"]);
    assert_eq!(town.texts("SELECT stopped_for FROM release").await, ["RSMo 610.105.1"]);
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'stopped'").await,
        1
    );
    town.is_sound().await;
}

async fn a_newer_copy_by_hand_is_told_and_hands_nothing_out(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    town.raw(
        "INSERT INTO release_copy (id, recording_id, sha256, name, length_ms, made_by, made_at, version) \
         SELECT 'z', recording_id, sha256, name, length_ms, made_by, made_at + 1, 1 FROM release_copy",
    )
    .await
    .unwrap();
    assert!(!release.hands_out(&id).await);
    let told = town.office.check().await.unwrap();
    assert!(told.iter().any(|line| line.contains("a newer copy")), "{told:?}");
    assert_eq!(town.office.stop_overdue().await.unwrap(), 1);
    town.is_sound().await;
}
