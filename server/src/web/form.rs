//! The forms that can be posted: what each counts as, how large it may be, which files it may bring and from whom.

use app::context::{SiteInfo, Visitor};
use law::profile::PaperRules;
use office::{
    AccessCode, OfficeResult, Problem, Refusal,
    desk::{Depicted, Requester},
    forms::{
        AbsenceForm, AccountForm, ActForm, CapacityForm, ChosenPasswordForm, ClosureForm, CodeForm, CodeReissueForm,
        CopyForm, CourtCaseForm, CourtEntryForm, CoverageForm, DeletionListForm, Echo, EraseForm, FactorForm,
        FamilyViewingForm, FilingForm, FollowForm, ImportActForm, ImportForm, IntakeForm, LetterForm, MatchForm,
        MentionForm, NewPasswordForm, NoteForm, NoticeForm, ObjectionForm, OrderActForm, OrderForm, OwnAccountForm,
        PersonForm, PrivateForm, ProgramFieldsForm, ProgramForm, ProposalForm, QueueActForm, RecordingActForm,
        RecordingForm, ReleaseForm, SignInForm, TemplateForm, TrackForm, ViewingForm, WishForm,
    },
    problem::FileProblem,
};
use serde::de::DeserializeOwned;

use super::limits::Class;

/// Who brings files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bringer {
    /// Staff, who may.
    Staff,
    /// Somebody who has a notice open.
    Depicted(Depicted),
    /// Somebody who opened a request with its code.
    Requester(Requester),
    /// Somebody who typed what may be the code of a notice: it is looked up before the first byte is written.
    WithCode(AccessCode),
}

/// A form that can be posted.
pub trait Form: DeserializeOwned + Echo + Clone + Send + Sync + 'static {
    /// What it counts as.
    const CLASS: Class = Class::Form;
    /// Largest body, in bytes. Every field at its limit, percent-encoded, fits.
    const MOST: usize = 256 * 1024;
    /// Most parts where it comes with files: fields, chosen boxes and files together.
    const PARTS: usize = 60;
    /// Which files may come with it.
    const FILES: FileLimits = FileLimits::NONE;

    /// Who brings files, by what was typed before the first of them.
    ///
    /// # Errors
    /// What is missing first.
    fn bringer(_: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        Err(Refusal::NotFound)
    }
}

/// Which files may come with a form.
#[derive(Clone, Copy, Debug)]
pub struct FileLimits {
    /// In which field.
    pub field: &'static str,
    /// How many.
    pub number: usize,
    /// How large each may be, in bytes.
    pub each: u64,
    /// How large all together may be.
    pub all: u64,
}

impl FileLimits {
    /// No file at all.
    pub const NONE: Self = Self {
        field: "",
        number: 0,
        each: 0,
        all: 0,
    };

    /// As large as a video may be, which a setting says.
    const VIDEO: u64 = u64::MAX;

    /// As large as a file of recordings may be, which a setting says.
    const RECORDINGS: u64 = u64::MAX - 1;

    /// As large as a paper may be, which the profile says.
    const PAPER: u64 = u64::MAX - 2;

    /// With what settings say, and the profile of papers.
    #[must_use]
    pub fn with_settings(self, site_info: &SiteInfo, papers: &PaperRules) -> Self {
        let most = match self.each {
            Self::VIDEO => site_info.upload_limit,
            Self::RECORDINGS => site_info.import_limit,
            Self::PAPER => {
                return Self {
                    each: papers.each(),
                    all: papers.together(),
                    number: self.number.min(usize::try_from(papers.number).unwrap_or(usize::MAX)),
                    ..self
                };
            }
            _ => return self,
        };
        Self {
            each: most,
            all: most,
            ..self
        }
    }
}

/// Papers of people, within the limits of the profile.
const PAPERS: FileLimits = FileLimits {
    field: "papers",
    number: usize::MAX,
    each: FileLimits::PAPER,
    all: FileLimits::PAPER,
};

/// The one document of a court.
const DOCUMENT: FileLimits = FileLimits {
    field: "document",
    number: 1,
    ..PAPERS
};

/// Whether somebody works the queue.
fn works(visitor: &Visitor) -> OfficeResult<Bringer> {
    match &visitor.staff {
        Some(by) if by.role.works() => Ok(Bringer::Staff),
        Some(_) => Err(Refusal::NotYours),
        None => Err(Refusal::SignIn),
    }
}

/// Whether somebody enters what is filed with a court.
fn files_with_court(visitor: &Visitor) -> OfficeResult<Bringer> {
    let by = visitor.staff.as_ref().ok_or(Refusal::SignIn)?;
    by.court_filer().map(|_| Bringer::Staff)
}

impl Form for FilingForm {
    const CLASS: Class = Class::Filing;
}

impl Form for IntakeForm {
    const FILES: FileLimits = PAPERS;

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}

impl Form for CodeReissueForm {}

impl Form for FollowForm {
    const CLASS: Class = Class::Following;
}

impl Form for TrackForm {}
impl Form for PrivateForm {
    const FILES: FileLimits = PAPERS;

    /// Whoever has the request open, with what they write.
    fn bringer(visitor: &Visitor, typed: &[(String, String)]) -> OfficeResult<Bringer> {
        let requester = visitor.requester.clone().ok_or(Refusal::SignIn)?;
        let act = typed.iter().find(|(name, _)| name == "act");
        if !act.is_some_and(|(_, act)| Self::takes_papers(act)) {
            return Err(Refusal::field("papers", FileProblem::NotAskedFor));
        }
        Ok(Bringer::Requester(requester))
    }
}
impl Form for SignInForm {}
impl Form for NewPasswordForm {}
impl Form for ChosenPasswordForm {}
impl Form for FactorForm {}
impl Form for AccountForm {}
impl Form for OwnAccountForm {}
impl Form for ActForm {
    /// A denial in part has rows, and a letter with paragraphs.
    const PARTS: usize = 150;
    const FILES: FileLimits = PAPERS;

    /// Whoever works the queue; which act takes files stands in the address.
    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}
impl Form for CapacityForm {}
impl Form for FamilyViewingForm {}
impl Form for ViewingForm {}
impl Form for QueueActForm {}
impl Form for AbsenceForm {}
impl Form for ClosureForm {}
impl Form for EraseForm {}
impl Form for LetterForm {}
impl Form for MatchForm {}
impl Form for NoteForm {}
impl Form for MentionForm {}
impl Form for ProgramFieldsForm {
    const MOST: usize = 1024 * 1024;
}
impl Form for ProgramForm {}
impl Form for TemplateForm {}
impl Form for RecordingForm {}
impl Form for RecordingActForm {}

impl Form for OrderForm {
    const FILES: FileLimits = DOCUMENT;

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}

impl Form for CourtCaseForm {
    const FILES: FileLimits = DOCUMENT;

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        files_with_court(visitor)
    }
}

impl Form for CourtEntryForm {
    const FILES: FileLimits = DOCUMENT;

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        files_with_court(visitor)
    }
}

impl Form for CoverageForm {}
impl Form for OrderActForm {}
impl Form for ProposalForm {}
impl Form for CodeForm {}
impl Form for WishForm {}

impl Form for CopyForm {
    const FILES: FileLimits = FileLimits {
        field: "file",
        number: 1,
        each: FileLimits::VIDEO,
        all: FileLimits::VIDEO,
    };

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}

impl Form for NoticeForm {
    const FILES: FileLimits = PAPERS;

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}

impl Form for ObjectionForm {
    const FILES: FileLimits = PAPERS;

    /// With the notice open, or with something that can be its code.
    fn bringer(visitor: &Visitor, typed: &[(String, String)]) -> OfficeResult<Bringer> {
        if let Some(depicted) = &visitor.depicted {
            return Ok(Bringer::Depicted(depicted.clone()));
        }
        let code = typed.iter().find(|(name, _)| name == "code");
        let code = code
            .map(|(_, code)| code.clone())
            .filter(|code| !code.trim().is_empty());
        let form = CodeForm {
            code: code.ok_or_else(|| Refusal::field("code", Problem::Missing))?,
            ..CodeForm::default()
        };
        Ok(Bringer::WithCode(form.check()?))
    }
}

impl Form for DeletionListForm {
    const MOST: usize = 8 * 1024 * 1024;
    const FILES: FileLimits = FileLimits {
        field: "csv_file",
        number: 1,
        each: 8 * 1024 * 1024,
        all: 8 * 1024 * 1024,
    };

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}

impl Form for PersonForm {}
impl Form for ReleaseForm {}

impl Form for ImportActForm {}

impl Form for ImportForm {
    const MOST: usize = 8 * 1024 * 1024;
    const FILES: FileLimits = FileLimits {
        field: "csv_file",
        number: 1,
        each: FileLimits::RECORDINGS,
        all: FileLimits::RECORDINGS,
    };

    fn bringer(visitor: &Visitor, _: &[(String, String)]) -> OfficeResult<Bringer> {
        works(visitor)
    }
}
