//! Words about what waits for a second person.

use law::{
    Date,
    notice::{ActionOrder, Decision},
    proposal::{Proposal, ProposalKind},
};
use office::Lang;

use crate::{DateWords as _, DeskWords as _, ReleaseWords as _};

words! {
    /// Words about what frees something and waits for a second person.
    pub trait ProposalWords:
    proposals_title() -> &'static str { "To verify", "Por verificar" }
    proposals_intro() -> &'static str {
        "What frees something counts only once a second person has compared it with what it rests on: the end of a stay, the stay of an order that forbids, a court action that the papers do not show, a decision of a court, one that was entered by mistake, consent, exemption, that somebody belongs to the police, that somebody is taken out of the list of people shown. Until then it counts for nothing.",
        "Lo que libera algo cuenta solo cuando una segunda persona lo ha comparado con aquello en que se apoya: el fin de una suspensión, la suspensión de una orden que prohíbe, una acción que los papeles no muestran, una decisión judicial, una que se anotó por error, un consentimiento, una exención, que alguien pertenece a la policía, que se quita a alguien de la lista de personas que aparecen. Hasta entonces no cuenta."
    }
    proposals_none() -> &'static str { "No entry waits to be verified.", "Ninguna anotación espera verificación." }
    proposals_caption() -> &'static str { "The oldest first", "Primero lo más antiguo" }
    proposal_what() -> &'static str { "What", "Qué" }
    proposal_about() -> &'static str { "About", "Sobre" }
    proposal_entered(name: &str, on: Date) -> String {
        format!("Entered by {name} on {}", Lang::En.day(on)),
        format!("Lo anotó {name} el {}", Lang::Es.day(on))
    }
    proposal_kind(kind: ProposalKind) -> &'static str { kinds(kind).en, kinds(kind).es }
    proposal_counts_not_yet() -> &'static str {
        "It counts for nothing yet: somebody else in the office must verify it.",
        "Aún no cuenta: debe verificarlo otra persona de la oficina."
    }
    proposal_compare() -> &'static str {
        "Compare it with the paper that it rests on. Once you verify it, it is done.",
        "Compárelo con el papel en que se apoya. Cuando lo verifique, queda hecho."
    }
    proposal_own() -> &'static str {
        "You entered this, so somebody else must verify it. You can take it back by refusing it.",
        "Usted lo anotó, así que debe verificarlo otra persona. Puede retirarlo rechazándolo."
    }
    proposal_over() -> &'static str {
        "This waits no more: it was verified or refused. The page of what it is about has what became of it.",
        "Esto ya no espera: se verificó o se rechazó. La página de su objeto dice qué pasó."
    }
    proposal_forbids() -> &'static str {
        "What it forbids holds already.",
        "Lo que prohíbe ya vale."
    }
    proposal_forbids_on() -> &'static str {
        "What that decision forbids holds until then. What it freed is closed again already.",
        "Lo que esa decisión prohíbe vale hasta entonces. Lo que liberó ya está cerrado de nuevo."
    }
    notice_decisions() -> &'static str { "What courts decided", "Lo que decidieron los tribunales" }
    decision_entered(order: &ActionOrder) -> String { entered(Lang::En, order), entered(Lang::Es, order) }
    proposal_facts(proposal: &Proposal) -> String { facts(Lang::En, proposal), facts(Lang::Es, proposal) }
    proposal_event(kind: ProposalKind, done: Option<bool>) -> String {
        event(Lang::En, kind, done),
        event(Lang::Es, kind, done)
    }
}

const fn kinds(kind: ProposalKind) -> law::Bilingual {
    match kind {
        ProposalKind::Lift => law::both("The stay of an order ended", "Terminó la suspensión de una orden"),
        ProposalKind::Stay => law::both("An order that forbids was stayed", "Se suspendió una orden que prohíbe"),
        ProposalKind::Reject => law::both(
            "The papers do not show a court action",
            "Los papeles no muestran una acción judicial",
        ),
        ProposalKind::Decide => law::both("A court decided", "Un tribunal decidió"),
        ProposalKind::TakeBackDecision => law::both(
            "A court’s decision was entered by mistake",
            "Una decisión judicial se anotó por error",
        ),
        ProposalKind::Consent => law::both("Consent in writing", "Consentimiento por escrito"),
        ProposalKind::Exempt => law::both("Exempt: police", "Exenta: policía"),
        ProposalKind::Affiliate => law::both(
            "Affiliated with a law enforcement agency",
            "Pertenece a una agencia policial",
        ),
        ProposalKind::TakeOut => law::both("Taken out of the people log", "Fuera del registro de personas"),
    }
}

fn facts(lang: Lang, proposal: &Proposal) -> String {
    match proposal {
        Proposal::Lift | Proposal::Exempt | Proposal::Affiliate => String::new(),
        Proposal::TakeOut { reason } | Proposal::TakeBackDecision { reason, .. } => reason.clone(),
        Proposal::Stay { since } => lang.day(*since),
        Proposal::Reject { on, .. } => lang.day(*on),
        Proposal::Consent { consent } => format!("{}, {}", lang.receiver(consent.by), lang.day(consent.on)),
        Proposal::Decide { order } => decision(lang, order),
    }
}

fn decision(lang: Lang, order: &ActionOrder) -> String {
    let (what, until) = match &order.decision {
        Decision::Freed => (lang.decision_freed().to_owned(), None),
        Decision::EnjoinAll { until } => (lang.decision_all().to_owned(), *until),
        Decision::EnjoinPart { spans, until } => (format!("{}: {spans}", lang.decision_part()), *until),
    };
    let until = until.map(|day| format!(" (– {})", lang.day(day))).unwrap_or_default();
    let ends = if order.ends_action {
        lang.pick(law::both(
            ". The court is done with the action",
            ". El tribunal terminó con la acción",
        ))
    } else {
        ""
    };
    format!("{}: {what}{until}{ends}", lang.day(order.dated))
}

/// A decision, with what became of its entry.
fn entered(lang: Lang, order: &ActionOrder) -> String {
    let Some(mark) = &order.taken_back else {
        return decision(lang, order);
    };
    let back = lang.pick(law::both(
        "Entered by mistake; taken back on",
        "Anotada por error; retirada el",
    ));
    let waits = if mark.waits {
        lang.pick(law::both(
            " What it forbids holds until a second person has verified that.",
            " Lo que prohíbe vale hasta que otra persona lo verifique.",
        ))
    } else {
        ""
    };
    let (decided, on) = (decision(lang, order), lang.day(mark.on));
    format!("{decided}. {back} {on}: {}.{waits}", mark.reason.trim_end_matches('.'))
}

fn event(lang: Lang, kind: ProposalKind, done: Option<bool>) -> String {
    let what = lang.proposal_kind(kind);
    let then = lang.pick(match done {
        None => law::both("waits for a second person", "espera a una segunda persona"),
        Some(true) => law::both("verified by a second person", "verificado por una segunda persona"),
        Some(false) => law::both("refused", "rechazado"),
    });
    format!("{what}: {then}.")
}
