//! The program from outside: a portal of its own for each test, asked over HTTP as people ask it.

mod support;

mod accounts;
mod acts;
mod bad_input;
mod calendar;
mod canary;
mod commands;
mod crash;
mod csrf;
mod every_form;
mod faults;
mod figures;
mod files;
mod filing;
mod following;
mod full_disk;
mod large_files;
mod limits;
mod locked;
mod long_work;
mod notices;
mod page_cache;
mod program;
mod public;
mod quiet;
mod reading;
mod receipts;
mod sent_twice;
mod sheets;
mod sinks;
mod staff;
mod statistics;
mod stops;
mod tracking;
mod words_kept;
