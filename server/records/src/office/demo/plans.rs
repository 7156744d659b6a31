//! What becomes of the footage of the fictional year: plans, and the deeds of each with the days between.

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
pub(super) enum Deed {
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
    Publish,
    Reclose,
}

/// Deeds of a plan with the days before each.
pub(super) fn deeds(plan: Plan) -> Vec<(u16, Deed)> {
    let mut all = vec![
        (1, Deed::Register),
        (0, Deed::Log),
        (0, Deed::OpenFootage),
        (1, Deed::Redacting),
        (9, Deed::Copy),
        (1, Deed::Approve),
        (0, Deed::Send),
    ];
    if plan == Plan::Returned {
        all.extend([(6, Deed::Return), (2, Deed::Send)]);
    }
    all.push((3, Deed::Receive));
    if matches!(plan, Plan::Blurred | Plan::Overruled | Plan::Granted | Plan::Open) {
        all.push((4, Deed::Object));
    }
    if matches!(plan, Plan::Blurred | Plan::Overruled | Plan::Granted) {
        all.push((3, Deed::Reply));
    }
    all.extend([(13, Deed::Clear), (0, Deed::Release), (1, Deed::Publish)]);
    if plan == Plan::Reclosed {
        all.push((12, Deed::Reclose));
    }
    all
}
