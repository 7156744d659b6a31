//! What becomes of the footage of the fictional year: plans, and what is done in each with the days between.

/// What becomes of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// Nobody objects.
    Quiet,
    /// Somebody asks to be blurred, and is.
    Blurred,
    /// Somebody objects to all of it, and is overruled.
    Overruled,
    /// Somebody objects, and the office agrees.
    Granted,
    /// The letter comes back once.
    Returned,
    /// Released, and closed again later.
    Reclosed,
    /// Nobody has answered the objection yet.
    Open,
}

/// Plans in turn.
pub(super) const PLANS: [Plan; 10] = [
    Plan::Quiet,
    Plan::Blurred,
    Plan::Quiet,
    Plan::Overruled,
    Plan::Quiet,
    Plan::Returned,
    Plan::Blurred,
    Plan::Granted,
    Plan::Reclosed,
    Plan::Open,
];

/// One thing that is done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlannedAct {
    Register,
    Log,
    OpenFootage,
    Redacting,
    Copy,
    Approve,
    Send,
    Return,
    Receive,
    Object,
    Reply,
    Clear,
    Release,
    Propose,
    Publish,
    Reclose,
}

/// Acts of a plan with the days before each.
pub(super) fn planned_acts(plan: Plan) -> Vec<(u16, PlannedAct)> {
    let mut all = vec![
        (1, PlannedAct::Register),
        (0, PlannedAct::Log),
        (0, PlannedAct::OpenFootage),
        (1, PlannedAct::Redacting),
        (9, PlannedAct::Copy),
        (1, PlannedAct::Approve),
        (0, PlannedAct::Send),
    ];
    if plan == Plan::Returned {
        all.extend([(6, PlannedAct::Return), (2, PlannedAct::Send)]);
    }
    all.push((3, PlannedAct::Receive));
    if matches!(plan, Plan::Blurred | Plan::Overruled | Plan::Granted | Plan::Open) {
        all.push((4, PlannedAct::Object));
    }
    if matches!(plan, Plan::Blurred | Plan::Overruled | Plan::Granted) {
        all.push((3, PlannedAct::Reply));
    }
    all.extend([
        (13, PlannedAct::Clear),
        (0, PlannedAct::Release),
        (1, PlannedAct::Propose),
        (1, PlannedAct::Publish),
    ]);
    if plan == Plan::Reclosed {
        all.push((12, PlannedAct::Reclose));
    }
    all
}
