//! What happens in the office, told on SQLite and on PostgreSQL.

mod support;

#[path = "story/accounts.rs"]
mod accounts;
#[path = "story/acts.rs"]
mod acts;
#[path = "story/capacities.rs"]
mod capacities;
#[path = "story/clock.rs"]
mod clock;
#[path = "story/conflicts.rs"]
mod conflicts;
#[path = "story/court.rs"]
mod court;
#[path = "story/coverage.rs"]
mod coverage;
#[path = "story/days.rs"]
mod days;
#[path = "story/decisions.rs"]
mod decisions;
#[path = "story/deletions.rs"]
mod deletions;
#[path = "story/demo.rs"]
mod demo;
#[path = "story/faults.rs"]
mod faults;
#[path = "story/fees.rs"]
mod fees;
#[path = "story/few_statements.rs"]
mod few_statements;
#[path = "story/few_steps.rs"]
mod few_steps;
#[path = "story/files.rs"]
mod files;
#[path = "story/filing.rs"]
mod filing;
#[path = "story/following.rs"]
mod following;
#[path = "story/gate.rs"]
mod gate;
#[path = "story/holds.rs"]
mod holds;
#[path = "story/import_jobs.rs"]
mod import_jobs;
#[path = "story/imports.rs"]
mod imports;
#[path = "story/intake.rs"]
mod intake;
#[path = "story/keeping.rs"]
mod keeping;
#[path = "story/letter_words.rs"]
mod letter_words;
#[path = "story/letters.rs"]
mod letters;
#[path = "story/lifecycle.rs"]
mod lifecycle;
#[path = "story/lists.rs"]
mod lists;
#[path = "story/matches.rs"]
mod matches;
#[path = "story/notes.rs"]
mod notes;
#[path = "story/notices.rs"]
mod notices;
#[path = "story/obstacles.rs"]
mod obstacles;
#[path = "story/papers.rs"]
mod papers;
#[path = "story/personal_data.rs"]
mod personal_data;
#[path = "story/program.rs"]
mod program;
#[path = "story/publications.rs"]
mod publications;
#[path = "story/queue.rs"]
mod queue;
#[path = "story/recordings.rs"]
mod recordings;
#[path = "story/releases.rs"]
mod releases;
#[path = "story/second_person.rs"]
mod second_person;
#[path = "story/statements.rs"]
mod statements;
#[path = "story/statistics.rs"]
mod statistics;
#[path = "story/stops.rs"]
mod stops;
#[path = "story/submissions.rs"]
mod submissions;
#[path = "story/tasks.rs"]
mod tasks;
#[path = "story/upgrades.rs"]
mod upgrades;
#[path = "story/viewings.rs"]
mod viewings;
