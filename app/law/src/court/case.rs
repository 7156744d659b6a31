//! Where a case stands, what may follow, and what it holds.

use serde::{Deserialize, Serialize};

use super::{CaseKind, Entry, EntryKind, PartyRole, Who};
use crate::{
    Date,
    bar::{Bar, Reason},
    request_order::{CourtCase, Petition},
    request_state::Rules,
};

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing of the court is entered yet.
    New,
    /// Filed, not served.
    Filed,
    /// Served.
    Served,
    /// An order decided it; it can be appealed.
    Decided,
    /// On appeal: the matter stays open.
    OnAppeal,
    /// Dismissed, withdrawn or over.
    Ended,
}

crate::keys::keyed!(Standing {
    New => "new",
    Filed => "filed",
    Served => "served",
    Decided => "decided",
    OnAppeal => "on_appeal",
    Ended => "ended",
});

/// What a case's next day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseDay {
    /// A hearing.
    Hearing,
    /// The last day to respond.
    Response,
    /// The last day to appeal.
    Appeal,
    /// The last day of a restraining order.
    Restraint,
    /// No day is known: the court decides.
    Decision,
    /// No day is known: the court's docket says whether the case is over.
    Docket,
}

crate::keys::keyed!(CaseDay {
    Hearing => "hearing",
    Response => "response",
    Appeal => "appeal",
    Restraint => "restraint",
    Decision => "decision",
    Docket => "docket",
});

/// Who must act next in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MustAct {
    /// The department, by its counsel.
    Department,
    /// The other side.
    OtherSide,
    /// The court.
    Court,
    /// The custodian looks at the court's docket.
    Custodian,
}

/// What is awaited in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseNext {
    /// What.
    pub what: CaseDay,
    /// By or on which day, where one is known.
    pub on: Option<Date>,
    /// Who must act.
    pub who: MustAct,
    /// The day of what happened last: since then it lies.
    pub since: Date,
}

/// The hold that a suit places on the recordings of a case (610.027.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourtHold {
    /// The day it was placed.
    pub placed_on: Date,
    /// Its last day, once the case is over: for as long as another suit can be brought (610.027.5).
    pub last_day: Option<Date>,
}

/// A seal that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseSeal {
    /// The entry that is sealed; `None`: the whole case.
    pub entry: Option<i64>,
    /// Whether it is against whoever filed the request, too.
    pub from_requester: bool,
}

/// An entry with its number in the case and the day it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEntry {
    /// From 1, without gaps.
    pub no: i64,
    /// The day it was entered.
    pub entered_on: Date,
    /// What it says.
    pub entry: Entry,
}

/// A case with all its entries, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtMatter {
    /// What the court is asked.
    pub kind: CaseKind,
    /// Every entry; those that were corrected stay.
    pub entries: Vec<CaseEntry>,
}

impl CourtMatter {
    /// The numbers of entries that a correction took out.
    pub fn corrected(&self) -> Vec<i64> {
        let corrections = self.entries.iter();
        corrections
            .filter(|one| one.entry.kind == EntryKind::Correction)
            .filter_map(|one| one.entry.entry)
            .collect()
    }

    /// The entries that count, in their order.
    pub fn live(&self) -> Vec<&CaseEntry> {
        let out = self.corrected();
        let live = self.entries.iter();
        live.filter(|one| one.entry.kind != EntryKind::Correction && !out.contains(&one.no))
            .collect()
    }

    fn of_court(&self) -> Vec<&CaseEntry> {
        let mut live = self.live();
        live.retain(|one| one.entry.kind.is_of_court());
        live
    }

    /// What began it.
    pub fn first_filing(&self) -> Option<&Entry> {
        let first = self.of_court().into_iter().find(|one| one.entry.kind.begins());
        first.map(|one| &one.entry)
    }

    /// The first petition or motion, as a request keeps it that a court has in this case.
    pub fn petition(&self, case: &CourtCase) -> Option<Petition> {
        let filed = |one: &&CaseEntry| matches!(one.entry.kind, EntryKind::Petition | EntryKind::Motion);
        let first = self.of_court().into_iter().find(filed)?;
        Some(self.as_petition(case, &first.entry))
    }

    /// What was filed in it, as a request keeps it.
    pub fn as_petition(&self, case: &CourtCase, filing: &Entry) -> Petition {
        Petition {
            by: filing.by.unwrap_or(Who::Other).petitioner(),
            court: case.court.clone(),
            case_number: case.number.clone(),
            filed_on: filing.on,
            served_on: self.served().map(|served| served.entry.on),
        }
    }

    /// The day of the first service on the custodian of the footage.
    pub fn served(&self) -> Option<&CaseEntry> {
        self.of_court()
            .into_iter()
            .find(|one| one.entry.kind == EntryKind::Service)
    }

    /// The last entry that decided or ended it.
    pub fn decided(&self) -> Option<&Entry> {
        let ends = |kind| {
            matches!(
                kind,
                EntryKind::Order | EntryKind::Dismissal | EntryKind::Withdrawal | EntryKind::Closing
            )
        };
        let last = self.of_court().into_iter().rev().find(|one| ends(one.entry.kind));
        last.map(|one| &one.entry)
    }

    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let mut now = Standing::New;
        for one in self.of_court() {
            now = match (one.entry.kind, now) {
                (EntryKind::Petition | EntryKind::Motion | EntryKind::RestrainingOrder, Standing::New) => {
                    Standing::Filed
                }
                (EntryKind::Service, Standing::Filed) => Standing::Served,
                // An order of the court above ends the appeal.
                (EntryKind::Order, _) => Standing::Decided,
                (EntryKind::Appeal, _) => Standing::OnAppeal,
                (EntryKind::Dismissal | EntryKind::Withdrawal | EntryKind::Closing, _) => Standing::Ended,
                (_, now) => now,
            };
        }
        now
    }

    /// Its parties, each once.
    pub fn parties(&self) -> Vec<(Who, PartyRole)> {
        let mut parties = Vec::new();
        let live = self.live();
        let named = live.iter().filter_map(|one| {
            let entry = &one.entry;
            let by = entry.by?;
            let role = match entry.kind {
                EntryKind::Party => entry.role?,
                EntryKind::Petition => PartyRole::Petitioner,
                EntryKind::Motion => PartyRole::Movant,
                _ => return None,
            };
            Some((by, role))
        });
        for party in named {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        parties.sort_by_key(|(_, role)| *role);
        parties
    }

    /// The ids of what it concerns, by the kind of entry that names it.
    pub fn concerns(&self, kind: EntryKind) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for one in self.live() {
            let id = one.entry.about.as_deref().filter(|_| one.entry.kind == kind);
            found.extend(id.filter(|id| !found.contains(id)));
        }
        found
    }

    /// Who has it, by their id.
    pub fn holder(&self) -> Option<&str> {
        let live = self.live();
        let last = live.iter().rev().find(|one| one.entry.kind == EntryKind::Holder)?;
        last.entry.about.as_deref()
    }

    /// The orders of the register that it holds, the oldest first; with those whose entry was corrected, for the register has
    /// them still.
    pub fn orders(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for one in &self.entries {
            let is_order = matches!(one.entry.kind, EntryKind::Order | EntryKind::RestrainingOrder);
            let id = one.entry.about.as_deref().filter(|_| is_order);
            found.extend(id.filter(|id| !found.contains(id)));
        }
        found
    }

    /// Whether it says that a court gave an order of the register; `false` where that was corrected.
    pub fn gave(&self, order: &str) -> bool {
        let live = self.live();
        let mut orders = live
            .iter()
            .filter(|one| matches!(one.entry.kind, EntryKind::Order | EntryKind::RestrainingOrder));
        orders.any(|one| one.entry.about.as_deref() == Some(order))
    }

    /// The seals that stand.
    pub fn seals(&self) -> Vec<CaseSeal> {
        let mut seals: Vec<CaseSeal> = Vec::new();
        for one in self.live() {
            let entry = one.entry.entry;
            match one.entry.kind {
                EntryKind::Seal => {
                    seals.retain(|seal| seal.entry != entry);
                    seals.push(CaseSeal {
                        entry,
                        from_requester: one.entry.from_requester,
                    });
                }
                EntryKind::Unseal => seals.retain(|seal| seal.entry != entry),
                _ => {}
            }
        }
        seals
    }

    /// The numbers of the entries that are sealed one by one, each with whether against whoever filed, too: those that a seal
    /// names, and those that tell what they said: their corrections, and where what was filed is sealed, what makes the docket of
    /// a request tell of the filing: that it is named, and that this or an end was wrong.
    pub fn sealed_entries(&self) -> Vec<(i64, bool)> {
        let seals = self.seals();
        let seal_of = |no: i64| seals.iter().find(move |seal| seal.entry == Some(no));
        let kind_of = |no: i64| self.entries.iter().find(|one| one.no == no).map(|one| one.entry.kind);
        let filings = self
            .entries
            .iter()
            .filter(|one| matches!(one.entry.kind, EntryKind::Petition | EntryKind::Motion));
        let filings: Vec<&CaseSeal> = filings.filter_map(|one| seal_of(one.no)).collect();
        let entries = self.entries.iter().filter_map(|one| {
            let tells_of = match one.entry.kind {
                EntryKind::Correction => one.entry.entry.and_then(seal_of),
                _ => None,
            };
            let retells = match one.entry.kind {
                EntryKind::Correction => one.entry.entry.and_then(kind_of).is_some_and(|kind| {
                    matches!(kind, EntryKind::Request | EntryKind::Dismissal | EntryKind::Withdrawal)
                }),
                kind => kind == EntryKind::Request,
            };
            let of_filings = if retells { filings.as_slice() } else { &[] };
            let all = seal_of(one.no)
                .into_iter()
                .chain(tells_of)
                .chain(of_filings.iter().copied());
            let against = all.map(|seal| seal.from_requester);
            Some((one.no, against.reduce(|one, other| one || other)?))
        });
        entries.collect()
    }

    /// Whether the whole case is sealed.
    pub fn sealed(&self) -> bool {
        self.seals().iter().any(|seal| seal.entry.is_none())
    }

    /// Whether the newest stay of an order stands; `None`: of whatever the case holds.
    fn stayed(&self) -> bool {
        let live = self.of_court();
        let last = live
            .iter()
            .rev()
            .find(|one| matches!(one.entry.kind, EntryKind::Stay | EntryKind::StayLifted));
        last.is_some_and(|one| one.entry.kind == EntryKind::Stay)
    }

    /// Why an entry of this kind cannot follow now, whatever it says.
    pub fn bar(&self, kind: EntryKind) -> Option<Bar> {
        let standing = self.standing();
        let filed = standing != Standing::New;
        let ended = standing == Standing::Ended;
        let has = |wanted: EntryKind| self.of_court().iter().any(|one| one.entry.kind == wanted);
        let open = || match (filed, ended) {
            (false, _) => Some(Reason::CaseNotFiled),
            (true, true) => Some(Reason::CaseEnded),
            (true, false) => None,
        };
        let ordered = has(EntryKind::Order);
        let reason = match kind {
            EntryKind::Motion => ended.then_some(Reason::CaseEnded),
            EntryKind::Service if filed => has(EntryKind::Service).then_some(Reason::AlreadyDone),
            EntryKind::Service => Some(Reason::CaseNotFiled),
            EntryKind::Response | EntryKind::Hearing | EntryKind::Dismissal | EntryKind::Withdrawal => open(),
            EntryKind::Appeal if standing == Standing::OnAppeal => Some(Reason::AlreadyDone),
            EntryKind::Appeal => (!ordered && !has(EntryKind::Dismissal)).then_some(Reason::CaseNotDecided),
            EntryKind::Stay => (!ordered && !has(EntryKind::RestrainingOrder)).then_some(Reason::NoOrderToStay),
            EntryKind::StayLifted => (!self.stayed()).then_some(Reason::NotStayed),
            EntryKind::Closing => open().or_else(|| {
                let decided = standing == Standing::Decided || has(EntryKind::RestrainingOrder);
                (!decided).then_some(Reason::CaseNotDecided)
            }),
            EntryKind::Unseal => self.seals().is_empty().then_some(Reason::NotSealed),
            EntryKind::Correction => self.entries.is_empty().then_some(Reason::NoSuchEntry),
            EntryKind::Petition
            | EntryKind::Order
            | EntryKind::RestrainingOrder
            | EntryKind::Party
            | EntryKind::Request
            | EntryKind::Recording
            | EntryKind::Seal
            | EntryKind::Holder => None,
        };
        let section = kind.section();
        reason.map(|reason| Bar { reason, section })
    }

    /// Refuses an entry that cannot be one: what cannot follow, a day that cannot be, the same again.
    ///
    /// # Errors
    /// [`Reason::CaseNotFiled`], [`Reason::CaseEnded`] and the like for what cannot follow; [`Reason::InFuture`] and
    /// [`Reason::BeforeFiling`] for its day; [`Reason::CaseSaysSo`] for the same again.
    pub fn check(&self, entry: &Entry, today: Date) -> Result<(), Bar> {
        let section = || entry.kind.section();
        let refuse = |reason| {
            Err(Bar {
                reason,
                section: section(),
            })
        };
        if let Some(bar) = self.bar(entry.kind) {
            return Err(bar);
        }
        if entry.on > today && entry.kind != EntryKind::Hearing {
            return refuse(Reason::InFuture { latest: today });
        }
        let filed = self.first_filing().map(|first| first.on);
        if let Some(filed) = filed.filter(|filed| entry.kind.is_of_court() && entry.on < *filed) {
            return refuse(Reason::BeforeFiling { filed });
        }
        let stands = |no: i64| self.live().iter().any(|one| one.no == no);
        let names_none = match (entry.kind, entry.entry) {
            (EntryKind::Correction, None) => true,
            (EntryKind::Correction, Some(no)) => !stands(no),
            (EntryKind::Seal, Some(no)) => !self.entries.iter().any(|one| one.no == no),
            (EntryKind::Unseal, of) => !self.seals().iter().any(|seal| seal.entry == of),
            _ => false,
        };
        let sealed = self.live().into_iter().rev().map(|one| &one.entry);
        let sealed = sealed.filter(|seal| seal.kind == EntryKind::Seal && seal.entry == entry.entry);
        if let Some(seal) = sealed
            .take(1)
            .find(|seal| entry.kind == EntryKind::Unseal && entry.on < seal.on)
        {
            return refuse(Reason::BeforeSeal { dated: seal.on });
        }
        if names_none {
            return refuse(Reason::NoSuchEntry);
        }
        if self.says(entry) {
            return refuse(Reason::CaseSaysSo);
        }
        Ok(())
    }

    /// Whether it says this already.
    pub fn says(&self, entry: &Entry) -> bool {
        let again = match entry.kind {
            EntryKind::Holder => return self.holder() == entry.about.as_deref(),
            EntryKind::Seal | EntryKind::Unseal | EntryKind::Stay | EntryKind::StayLifted => return false,
            EntryKind::Party => {
                let party = entry.by.zip(entry.role);
                return party.is_some_and(|party| self.parties().contains(&party));
            }
            EntryKind::Request | EntryKind::Recording => {
                return entry
                    .about
                    .as_deref()
                    .is_some_and(|id| self.concerns(entry.kind).contains(&id));
            }
            kind => kind,
        };
        let live = self.live();
        let mut same = live.iter().filter(|one| one.entry.kind == again);
        same.any(|one| one.entry.on == entry.on && one.entry.by == entry.by && one.entry.about == entry.about)
    }

    /// The hold that the suit places from the day on which its service was entered, until the court is done with it
    /// (610.027.1, 610.027.5).
    pub fn hold(&self, rules: Rules<'_>) -> Option<CourtHold> {
        let standing = self.standing();
        // What was filed was entered by mistake.
        let placed_on = self.served().filter(|_| standing != Standing::New)?.entered_on;
        let over = (standing == Standing::Ended).then(|| self.decided()).flatten();
        let last_day = over.map(|end| {
            let profile = rules.profile;
            profile
                .reckon(&profile.clocks.enforce_outer, end.on.max(placed_on), rules.closures)
                .date
        });
        Some(CourtHold { placed_on, last_day })
    }

    /// What is awaited; `None` once it is over.
    pub fn next(&self) -> Option<CaseNext> {
        let standing = self.standing();
        let live = self.of_court();
        let since = live.iter().map(|one| one.entry.on.min(one.entered_on)).max()?;
        if standing == Standing::Ended {
            return None;
        }
        let later = |at: usize, kinds: &[EntryKind]| live[at + 1..].iter().any(|one| kinds.contains(&one.entry.kind));
        let ours = |by: Option<Who>| by == Some(Who::Department);
        let mut days = Vec::new();
        for (at, one) in live.iter().enumerate() {
            let entry = &one.entry;
            match (entry.kind, entry.next) {
                // It stands until another is set, an order decides, or something of its day or later is entered.
                (EntryKind::Hearing, _)
                    if !later(at, &[EntryKind::Hearing, EntryKind::Order])
                        && live[at + 1..].iter().all(|one| one.entry.on < entry.on) =>
                {
                    days.push((CaseDay::Hearing, entry.on, MustAct::Department));
                }
                (EntryKind::Petition | EntryKind::Motion | EntryKind::Service | EntryKind::Appeal, Some(day))
                    if !later(at, &[EntryKind::Response, EntryKind::Order]) =>
                {
                    let who = if ours(entry.by) {
                        MustAct::OtherSide
                    } else {
                        MustAct::Department
                    };
                    days.push((CaseDay::Response, day, who));
                }
                (EntryKind::RestrainingOrder, Some(day))
                    if !later(at, &[EntryKind::RestrainingOrder, EntryKind::Order]) =>
                {
                    days.push((CaseDay::Restraint, day, MustAct::Custodian));
                }
                (EntryKind::Order | EntryKind::Dismissal, Some(day))
                    if !later(at, &[EntryKind::Appeal, EntryKind::Order]) =>
                {
                    days.push((CaseDay::Appeal, day, MustAct::Custodian));
                }
                _ => {}
            }
        }
        let nearest = days.into_iter().min_by_key(|(_, day, _)| *day);
        Some(match nearest {
            Some((what, day, who)) => CaseNext {
                what,
                on: Some(day),
                who,
                since,
            },
            None if standing == Standing::Decided => CaseNext {
                what: CaseDay::Docket,
                on: None,
                who: MustAct::Custodian,
                since,
            },
            None => CaseNext {
                what: CaseDay::Decision,
                on: None,
                who: MustAct::Court,
                since,
            },
        })
    }
}
