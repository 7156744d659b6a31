//! People logs, notices, and the people they are for.

use async_trait::async_trait;
use law::{
    Date,
    notice::{Audience, Channel, Receipt},
};

use crate::{
    AccessCode, OfficeResult, TrackingNumber,
    forms::{Contact, NewObjection, NewPaper, NewPerson, NewWish, NoticeAct, PersonFacts, SeenNotice, SubmissionKey},
    permission::Custodian,
    views::{
        DepictedView, GenuineLetter, NoticeView, NoticesPage, NoticesView, ObjectionReceipt, PeopleLog, PersonView,
        PrintRun, SentLetter, Staff,
    },
};

/// Somebody who has shown the code of a letter. Only the session layer makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Depicted {
    /// The notice that was opened.
    pub notice: String,
}

/// Who is seen and heard, by pseudonym, and how to reach them.
#[async_trait]
pub trait PeopleDesk: Send + Sync {
    /// The people log of a recording.
    async fn people(&self, by: &Staff, recording: &str) -> OfficeResult<Option<PeopleLog>>;

    /// One person. Who serves notices gets the contacts, and that is kept.
    async fn person(&self, by: &Staff, id: &str) -> OfficeResult<Option<PersonView>>;

    /// Adds a person to the log of their recording; the id.
    async fn log_person(&self, by: &Custodian, person: NewPerson) -> OfficeResult<String>;

    /// Says that everybody seen or heard in a recording is in its log.
    async fn complete_log(&self, by: &Custodian, recording: &str) -> OfficeResult<()>;

    /// Corrects what the log says of a person. The pseudonym stays.
    async fn change_person(&self, by: &Custodian, id: &str, facts: PersonFacts, version: i64) -> OfficeResult<()>;

    /// Takes somebody out of the log who is not in the recording after all, or stands in it twice. The line stays.
    async fn take_out_person(&self, by: &Custodian, id: &str, reason: String, version: i64) -> OfficeResult<()>;

    /// Keeps how to reach a person, or who receives for them.
    async fn keep_contact(&self, by: &Custodian, id: &str, contact: Contact) -> OfficeResult<()>;
}

/// Notices as those who serve them work with them.
#[async_trait]
pub trait NoticeDesk: Send + Sync {
    /// Notices, the nearest day first.
    async fn notices(&self, by: &Staff, view: NoticesView, page: u32) -> OfficeResult<NoticesPage>;

    /// A notice.
    async fn notice(&self, by: &Staff, id: &str) -> OfficeResult<Option<NoticeView>>;

    /// Opens the notices that a release on a request needs: for everybody in the people logs of its
    /// recordings who is not of the police. How many are new.
    async fn open_notices(&self, by: &Custodian, number: &TrackingNumber) -> OfficeResult<u32>;

    /// Opens what [`Self::open_notices`] would, and sends every notice of a request that is to be sent and whose person can be reached, in one go; the letters say to
    /// whom the recording is to be shown. How many.
    async fn send_all(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        channel: Channel,
        audience: Audience,
    ) -> OfficeResult<u32>;

    /// Enters that letters of a request were received, of all these notices or of none.
    async fn receive_all(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        seen: Vec<SeenNotice>,
        receipt: Receipt,
    ) -> OfficeResult<()>;

    /// Does an act on a notice as it was seen.
    async fn act_on_notice(&self, by: &Custodian, id: &str, act: NoticeAct, version: i64) -> OfficeResult<()>;

    /// The letters on paper sent on a day, for a print run, exactly as they are kept.
    /// Only those of one request, where one is named.
    async fn letters_of(
        &self,
        by: &Custodian,
        on: Date,
        run: PrintRun,
        of: Option<TrackingNumber>,
    ) -> OfficeResult<Vec<SentLetter>>;
}

/// What the people shown may ask.
#[async_trait]
pub trait DepictedDesk: Send + Sync {
    /// Opens a notice with the code of its newest letter, or of an objection to it. The same answer
    /// for an unknown, a replaced and a mistaken code. Entering the letter's code proves its receipt.
    async fn open_notice(&self, code: &AccessCode) -> OfficeResult<Option<Depicted>>;

    /// The notice.
    async fn depicted(&self, by: &Depicted) -> OfficeResult<DepictedView>;

    /// Keeps papers that have arrived at these places, after a look at what they are and, where the office has one, a scan for
    /// viruses: name and place of each. In a rehearsal they are looked at and not kept.
    async fn keep_papers(&self, papers: Vec<(String, std::path::PathBuf)>) -> OfficeResult<Vec<NewPaper>>;

    /// Takes an objection, whenever it comes. The same key again gives the first receipt.
    async fn object(&self, by: &Depicted, objection: NewObjection) -> OfficeResult<ObjectionReceipt>;

    /// Takes the wish to agree, or to talk about it. It is no consent, and no day stops for it.
    async fn wish_consent(&self, by: &Depicted, wish: NewWish) -> OfficeResult<()>;

    /// The receipt of an objection made under this key, for showing it again.
    async fn objection_receipt(&self, key: &SubmissionKey) -> OfficeResult<Option<ObjectionReceipt>>;

    /// Whether a letter with this code is ours; nothing of what it says.
    async fn check_letter(&self, code: &AccessCode) -> OfficeResult<Option<GenuineLetter>>;
}
