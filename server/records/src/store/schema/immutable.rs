//! Which rows stand for ever, and what no statement may do to the others.

/// A table whose rows stay what they are. Columns are lists with commas between.
pub(super) struct ImmutableTable {
    pub table: &'static str,
    /// What the database says to whoever tries.
    pub message: &'static str,
    /// What is unique. On SQLite, `INSERT OR REPLACE` deletes by it without asking the trigger for deletions. Nothing
    /// here for a table with an upsert, which the trigger for replacements would refuse.
    pub keys: &'static [&'static str],
    /// Which columns never change; `None` where no column does.
    pub always: Option<&'static str>,
    /// Which columns stay once the first is set.
    pub once: &'static [&'static str],
    /// Whether [`GUARDS`] say when a row may be deleted; else none ever is.
    pub deleted_under_guard: bool,
}

impl ImmutableTable {
    const fn of(table: &'static str, message: &'static str, keys: &'static [&'static str]) -> Self {
        Self {
            table,
            message,
            keys,
            always: None,
            once: &[],
            deleted_under_guard: false,
        }
    }

    /// Only these columns stay.
    const fn keeps(mut self, always: &'static str) -> Self {
        self.always = Some(always);
        self
    }

    const fn once(mut self, once: &'static [&'static str]) -> Self {
        self.once = once;
        self
    }

    const fn deleted_under_guard(mut self) -> Self {
        self.deleted_under_guard = true;
        self
    }
}

const ORDER: &str = "an order is never changed or deleted";
const FORBIDDEN: &str = "what a court forbids is never changed";
const PROMISED: &str = "a promise is never changed";
const REDACTED: &str = "an approved copy keeps its redactions";
const SHOWN: &str = "a notice rests on where this person is shown";

pub(super) const IMMUTABLE: &[ImmutableTable] = &[
    ImmutableTable::of("docket", "the docket is never changed or deleted", &["request_id, seq"]),
    ImmutableTable::of(
        "program_text",
        "a published text is never changed or deleted",
        &["text_key, version"],
    ),
    ImmutableTable::of(
        "audit_entry",
        "the audit log is never changed or deleted",
        &["subject, subject_id, seq"],
    ),
    ImmutableTable::of(
        "recording",
        "what a recording is never changes, and none leaves the register",
        &["id", "source_id"],
    )
    .keeps("id, source_id, started_at, ended_at, recorded_from, recorded_to, camera, division, entered_on"),
    ImmutableTable::of(
        "request_recording",
        "a link is never changed or taken back",
        &["request_id, recording_id"],
    ),
    ImmutableTable::of(
        "deletion",
        "a deletion is never changed or taken back",
        &["recording_id"],
    ),
    // An order stays what it was entered as, to the word; only its verification, once, and its stay are added.
    ImmutableTable::of("disclosure_order", ORDER, &["id", "submission_hash"])
        .keeps(
            "id, request_id, court, case_number, kind, dated, effective, last_day, content, document_sha256, \
             entered_by, entered_at, submission_hash",
        )
        .once(&["verified_by", "verified_at"]),
    ImmutableTable::of("order_scope", ORDER, &["order_id, no"]),
    ImmutableTable::of("order_excused", ORDER, &["order_id, recording_id, pseudonym"]),
    // A hold may get or lose its last day.
    ImmutableTable::of(
        "hold",
        "what a hold reaches never changes, and none is deleted",
        &["request_id, no"],
    )
    .keeps("request_id, no, placed_on, recorded_from, recorded_to, division, media"),
    ImmutableTable::of(
        "person",
        "who somebody in the people log is never changes, and nobody leaves it",
        &["id", "recording_id, pseudonym"],
    )
    .keeps("id, recording_id, pseudonym, entered_at, entered_by"),
    ImmutableTable::of(
        "person_span",
        "where somebody is shown is entered anew, not changed",
        &["person_id, sense, from_ms"],
    )
    .deleted_under_guard(),
    ImmutableTable::of(
        "notice",
        "whose a notice is never changes, and none is deleted",
        &["id", "code_hash", "request_id, person_id, kind"],
    )
    .keeps("id, person_id, recording_id, request_id, kind"),
    ImmutableTable::of("notice_letter", "a letter is kept as it was sent", &["id"]),
    ImmutableTable::of("notice_code", "a code that was sent stays known", &["code_hash"]),
    ImmutableTable::of("notice_restraint", FORBIDDEN, &["notice_id, no"]).deleted_under_guard(),
    ImmutableTable::of("notice_promise", PROMISED, &["notice_id, no"]).deleted_under_guard(),
    ImmutableTable::of(
        "objection",
        "an objection is never changed or deleted",
        &["id", "submission_hash", "code_hash"],
    )
    .keeps("id, notice_id, received_on, content, submission_hash, code_hash")
    .once(&["answered_at"]),
    ImmutableTable::of("stored_file", "a file that is kept stays", &["sha256"]),
    ImmutableTable::of("attachment", "a paper stays with what it was sent with", &["id"]),
    ImmutableTable::of("original", "an original stays", &["recording_id, sha256"]),
    // What was approved stays what it was.
    ImmutableTable::of("release_copy", "a copy is never changed or deleted", &["id"])
        .keeps("id, recording_id, sha256, made_by, made_at, length_ms")
        .once(&["approved_by, approved_sha256, approved_on, captions_sha256, transcript_sha256"]),
    ImmutableTable::of("redaction", "a redaction is never changed", &["copy_id, no"]).deleted_under_guard(),
    // Only its place in the public library is added, and once that its links have stopped.
    ImmutableTable::of(
        "release",
        "a release is never changed or deleted",
        &["id", "request_id, copy_id WHERE stopped_at IS NULL"],
    )
    .keeps(
        "id, request_id, recording_id, copy_id, on_date, released_at, released_by, basis, seconds_withheld, checklist",
    )
    .once(&["published_at", "stopped_at, stopped_for"]),
    ImmutableTable::of("release_plan", "what was acknowledged stays", &[])
        .keeps("request_id")
        .once(&["warning_acknowledged_at"]),
];

/// Before which statement, on which table, what must not be: a condition in the SQL of both engines.
pub(super) struct Guard {
    pub name: &'static str,
    pub before: &'static str,
    pub table: &'static str,
    pub never: &'static str,
    pub message: &'static str,
}

const ORDER_TOLD: &str =
    "EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)";
const SAID_NOW: &str = "EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version)";

pub(super) const GUARDS: &[Guard] = &[
    // What an order reaches and whom it excuses is entered with it, before the audit log tells of it: nothing is added to
    // what was verified, nor to what waits for its second person.
    Guard {
        name: "order_scope_as_entered",
        before: "INSERT",
        table: "order_scope",
        never: ORDER_TOLD,
        message: ORDER,
    },
    Guard {
        name: "order_excused_as_entered",
        before: "INSERT",
        table: "order_excused",
        never: ORDER_TOLD,
        message: ORDER,
    },
    // Nobody becomes exempt by 610.100.8 while they wait for an answer or for a court.
    Guard {
        name: "person_is_heard_first",
        before: "UPDATE",
        table: "person",
        never: "OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM notice n WHERE n.person_id = OLD.id AND (n.open_objections > 0 OR n.pending_actions > 0)
    )",
        message: "an objection or an action of this person is open",
    },
    // Where somebody is shown stays while a notice rests on it: once one is on its way, decided or answered. What is
    // found later is a line of its own in the log, with a notice of its own.
    Guard {
        name: "person_span_added_before_notice",
        before: "INSERT",
        table: "person_span",
        never: "EXISTS (SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND n.state <> 'identified')",
        message: SHOWN,
    },
    Guard {
        name: "person_span_deleted_before_notice",
        before: "DELETE",
        table: "person_span",
        never: "EXISTS (SELECT 1 FROM notice n WHERE n.person_id = OLD.person_id AND n.state <> 'identified')",
        message: SHOWN,
    },
    // The days of a person only grow while they run; proof that fails ends them, and none are left then.
    Guard {
        name: "notice_window_never_shrinks",
        before: "UPDATE",
        table: "notice",
        never: "OLD.state IN ('window_open', 'objected', 'action_pending', 'enjoined_part', 'clear')
    AND NEW.opens_on < OLD.opens_on",
        message: "the days of a person never shrink",
    },
    // On SQLite, UPDATE OR REPLACE would delete the other notice without asking the trigger for deletions.
    Guard {
        name: "notice_code_is_its_own",
        before: "UPDATE",
        table: "notice",
        never: "EXISTS (SELECT 1 FROM notice n WHERE n.code_hash = NEW.code_hash AND n.id <> OLD.id)",
        message: "a notice is never replaced",
    },
    // What a court forbids and what was promised is replaced only by a later version of its notice.
    Guard {
        name: "notice_restraint_follows_its_notice",
        before: "DELETE",
        table: "notice_restraint",
        never: SAID_NOW,
        message: FORBIDDEN,
    },
    Guard {
        name: "notice_promise_follows_its_notice",
        before: "DELETE",
        table: "notice_promise",
        never: SAID_NOW,
        message: PROMISED,
    },
    Guard {
        name: "redaction_not_after_approval",
        before: "INSERT",
        table: "redaction",
        never: "EXISTS (SELECT 1 FROM release_copy c WHERE c.id = NEW.copy_id AND c.approved_by IS NOT NULL)",
        message: REDACTED,
    },
    Guard {
        name: "redaction_kept_after_approval",
        before: "DELETE",
        table: "redaction",
        never: "EXISTS (SELECT 1 FROM release_copy c WHERE c.id = OLD.copy_id AND c.approved_by IS NOT NULL)",
        message: REDACTED,
    },
];
