//! Parts of pages. Each goes with the style file of its name in `style/components/`.
#![expect(clippy::needless_pass_by_value, reason = "a leptos component owns its props")]
#![expect(clippy::fn_params_excessive_bools, reason = "props have names where they are given")]

mod banner;
mod button;
mod choices;
mod clock_work;
mod code;
mod data_table;
mod day;
mod error_summary;
mod field;
mod form;
mod honey_pot;
mod layout;
mod messages;
mod next_date;
mod objection_item;
mod pagination;
mod provision_field;
mod qr;
mod refusal_notice;
mod released;
mod safe_textarea;
mod select;
mod status_tag;
mod summary_list;
mod text_field;
mod timeline;

pub use banner::{Banner, Inset, Tone};
pub use button::{Button, ButtonKind, ButtonLink};
pub use choices::{Choice, Choices, ChoicesKind};
pub use clock_work::ClockWork;
pub use code::{Code, CodeKind, Hash};
pub use data_table::DataTable;
pub use day::{Day, days_between};
pub use error_summary::{ErrorSummary, Problems};
pub use field::{Field, FieldError};
pub use form::Form;
pub use honey_pot::HoneyPot;
pub use layout::Layout;
pub use messages::{Byline, Messages};
pub use next_date::NextDate;
pub use objection_item::ObjectionItem;
pub use pagination::Pagination;
pub use provision_field::ProvisionField;
pub use qr::Qr;
pub use refusal_notice::RefusalNotice;
pub use released::Released;
pub use safe_textarea::SafeTextarea;
pub use select::Select;
pub use status_tag::StatusTag;
pub use summary_list::{SummaryList, SummaryRow};
pub use text_field::TextField;
pub use timeline::{Timeline, TimelineLine};
