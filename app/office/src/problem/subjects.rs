//! Problems that only files, recordings, copies, notices and imports have.

use law::profile::PaperKind;

/// What is wrong with a file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FileProblem {
    Empty,
    TooLarge,
    LargerThan {
        mib: u64,
    },
    LargerTogether {
        mib: u64,
    },
    TooMany {
        most: usize,
    },
    NotAskedFor,
    NotMp4,
    /// The first line of captions that is not as it must be.
    Captions {
        line: usize,
        fault: CaptionsFault,
    },
    /// A cue of captions that begins when the film is over.
    CueBeyondFilm {
        /// The line of the last one.
        line: usize,
    },
    NotTranscript,
    /// It is none of the kinds that the profile takes, or not whole.
    NotPaper {
        name: String,
        /// Those that it takes.
        kinds: Vec<PaperKind>,
    },
    /// The same of a file without a name.
    NotPaperUnnamed {
        kinds: Vec<PaperKind>,
    },
    /// The scan for viruses found something in it.
    Harmful {
        name: String,
    },
    /// It is larger than the scan for viruses takes.
    TooLargeToScan {
        name: String,
    },
    /// The scan for viruses does not answer: nothing is taken unscanned.
    NotScanned,
    /// It breaks off.
    Truncated,
    /// It is an MP4 in fragments, as for streaming: how long it is stands nowhere.
    Fragmented,
    /// It has more parts than any recording has.
    Crowded,
    /// Its table of contents and what it holds do not agree.
    Broken,
    /// Not every common browser plays it: the names of its codecs.
    NotPlayable {
        what: String,
    },
    /// It has no picture: how its sound is encoded, if it has one.
    SoundOnly {
        what: String,
    },
    /// It has more than one picture or more than one sound, each as its number and its codec.
    TooManyTracks {
        pictures: Vec<String>,
        sounds: Vec<String>,
    },
    /// A track holds footage that no player shows.
    HiddenFootage {
        track: u32,
    },
    /// A track changes its format on the way.
    SeveralFormats,
    /// What it plays lies in another file.
    Elsewhere,
    /// More papers than one notice may have with all its objections, or whoever filed may send with one request.
    TooManyPapers {
        most: u64,
    },
    /// An order without the court's document.
    CourtPaperMissing,
    /// A petition without the papers that show it.
    PetitionPapersMissing,
}

/// What is wrong with a line of captions (`WebVTT`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CaptionsFault {
    NotUtf8,
    NoHeader,
    BadTimes,
    NoCue,
    /// Nobody sees it on the film, and everybody who takes the file home reads it.
    Note,
}

/// What is wrong with what was typed about a recording or somebody in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RecordingProblem {
    NotAnInstant,
    EndNotAfterStart,
    TooLong {
        hours: i64,
    },
    RegisteredAlready,
    /// A file tells something else of it.
    RegisteredOtherwise,
    /// Not the name of a rule under which footage may be deleted.
    NoRetentionRule {
        /// The names of those that are.
        known: String,
    },
    /// Not one of the words that this column of a file takes.
    UnknownWord {
        /// Those that it takes.
        known: String,
    },
    /// A spreadsheet made something else of it.
    ChangedBySpreadsheet {
        value: String,
    },
    NotRegistered {
        source: String,
    },
    /// The times of a person lie beyond its end.
    BeyondEnd,
    /// The times of an order lie beyond its end.
    EndsBefore {
        source: String,
    },
    PseudonymTaken,
    /// A notice rests on the times of this person.
    TimesNotified,
    /// The person was taken out of the log.
    TakenOut,
    /// A notice to this person is out, or their days run.
    NoticeOut,
    /// It was still there on a later day: entered, or linked to a request.
    StillThere {
        day: law::Date,
    },
    /// Next of kin have a notice of this person.
    KinNotified,
    /// The recording is not linked to this request.
    NotLinked,
    /// A copy of it is out on this request.
    OutOnRequest,
    /// People shown have been told of its release on this request.
    PeopleTold,
    /// Nothing falls due that is on no list yet.
    NothingDue,
    /// Whoever made a deletion list does not approve it.
    OwnList,
    /// Something on a deletion list must be kept now.
    KeptOnList,
}

/// What is wrong with a copy of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CopyProblem {
    NotSent,
    LongerThanRecording,
    /// Captions or a transcript come after its approval.
    ApprovedWithout,
    /// It lists redactions, but is the original.
    IsOriginal,
    /// It was kept before copies were made anew: nobody knows what is in it.
    NotExamined,
}

/// Why a notice or an answer cannot reach anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum NoticeProblem {
    NoContact,
    NoContactForAnswer,
    /// A letter by post, and no postal address is known.
    NoAddress,
    EmailNotAgreed,
}

/// What is wrong with a line of a CSV file of recordings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ImportProblem {
    NotCsv,
    NoLines,
    ColumnsMissing { names: String },
    ColumnUnknownOrTwice { name: String },
    ColumnCount { has: usize, wants: usize },
    SameNumber { line: u64 },
}

/// What cannot be done with an account, or is wrong with what opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountProblem {
    /// Nobody could administer any more.
    LastAdministrator,
    /// The address has an account.
    Taken,
    /// A disabled account has neither link nor password.
    IsDisabled,
    /// The password until now is another.
    WrongPassword,
    /// The code is wrong, was used, or its time is over.
    WrongFactor,
    /// The role needs a second factor.
    FactorRequired,
}
