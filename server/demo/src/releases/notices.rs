//! Notices, objections and their answers.

use law::{
    notice::NoticeKind,
    objection::{Ask, Ground, ObjectionAnswer, Relief},
    person::Receiver,
};
use office::{
    Lang, OfficeResult, Refusal,
    desk::{NoticeDesk as _, PublicDesk as _, ReleaseDesk as _},
    forms::{NewObjection, NoticeAct, SubmissionKey},
    views::NoticeLine,
};
use records::secret;

use super::{
    super::{Year, plans::Plan},
    DemoRelease,
};

impl Year {
    pub(super) async fn notices(&self, case: &DemoRelease) -> OfficeResult<Vec<NoticeLine>> {
        let release = self.past.release_view(&case.by, &case.ripe.number).await?;
        Ok(release.ok_or(Refusal::NotFound)?.notices)
    }

    /// The same act on every notice of a case.
    pub(super) async fn each(&self, case: &DemoRelease, act: &NoticeAct) -> OfficeResult<()> {
        for line in self.notices(case).await? {
            self.on_notice(case, &line, act.clone()).await?;
        }
        Ok(())
    }

    pub(super) async fn on_notice(&self, case: &DemoRelease, line: &NoticeLine, act: NoticeAct) -> OfficeResult<()> {
        let notice = self.past.notice(&case.by, &line.id).await?.ok_or(Refusal::NotFound)?;
        self.past.act_on_notice(&case.by, &line.id, act, notice.version).await
    }

    /// Person A objects on paper, which a custodian keys.
    pub(super) async fn object(&self, case: &DemoRelease) -> OfficeResult<()> {
        let lines = self.notices(case).await?;
        let line = lines.iter().find(|line| line.kind == NoticeKind::AgencyPolicy);
        let line = line.ok_or(Refusal::NotFound)?;
        let relief = match case.plan {
            Plan::Blurred => Relief::Part {
                asks: vec![Ask::BlurMe],
            },
            _ => Relief::Whole,
        };
        let key = SubmissionKey::parse(&secret::key()).ok_or(Refusal::NotFound)?;
        let objection = NewObjection {
            key,
            capacity: Receiver::Person,
            relief,
            grounds: vec![Ground::Privacy],
            words: "I was only walking past.".into(),
            reply: String::new(),
            lang: Lang::En,
            court: None,
            papers: Vec::new(),
        };
        let act = NoticeAct::Object {
            on: self.past.today(),
            objection: Box::new(objection),
        };
        self.on_notice(case, line, act).await
    }

    pub(super) async fn reply(&self, case: &DemoRelease) -> OfficeResult<()> {
        let on = self.past.today();
        let lines = self.notices(case).await?;
        let line = lines.iter().find(|line| line.unanswered > 0).ok_or(Refusal::NotFound)?;
        let notice = self.past.notice(&case.by, &line.id).await?.ok_or(Refusal::NotFound)?;
        let open = notice.objections.iter().find(|view| view.objection.answer.is_none());
        let objection = open.ok_or(Refusal::NotFound)?.objection.id.clone();
        let answer = match case.plan {
            Plan::Blurred => ObjectionAnswer::SettledByRedaction {
                reasons: String::new(),
                on,
                asks: vec![Ask::BlurMe],
            },
            Plan::Granted => ObjectionAnswer::Accepted { on },
            _ => ObjectionAnswer::Overruled {
                on,
                reasons: "The recording was made on a public street, and nobody can be recognized.".into(),
            },
        };
        self.on_notice(case, line, NoticeAct::Answer { objection, answer })
            .await?;
        if case.plan == Plan::Blurred {
            self.send_copy(case, &line.pseudonym).await?;
            self.approve(case).await?;
        }
        Ok(())
    }
}
