//! The money of an act as typed: lines of a fee with their arithmetic, amounts, receipt numbers.

use law::{
    fee::{Calculation, FeeCategory, FeeLine},
    request::Act,
};

use super::{ActForm, field};
use crate::{Errors, Problem};

/// A line of the form: its category, its amount, and the two numbers whose product the amount is.
struct Typed<'a> {
    category: FeeCategory,
    amount: (&'static str, &'a str),
    times: (&'static str, &'a str),
    price: (&'static str, &'a str),
}

/// The lines of a fee; lines without anything typed are passed over.
pub(super) fn lines(form: &ActForm, e: &mut Errors) -> Vec<FeeLine> {
    let typed = [
        Typed {
            category: FeeCategory::Copy,
            amount: ("fee_copy", &form.fee_copy),
            times: ("fee_copy_number", &form.fee_copy_number),
            price: ("fee_copy_each", &form.fee_copy_each),
        },
        Typed {
            category: FeeCategory::StaffCopying,
            amount: ("fee_staff_copying", &form.fee_staff_copying),
            times: ("fee_staff_copying_hours", &form.fee_staff_copying_hours),
            price: ("fee_staff_copying_rate", &form.fee_staff_copying_rate),
        },
        Typed {
            category: FeeCategory::Programming,
            amount: ("fee_programming", &form.fee_programming),
            times: ("fee_programming_hours", &form.fee_programming_hours),
            price: ("fee_programming_rate", &form.fee_programming_rate),
        },
        Typed {
            category: FeeCategory::Medium,
            amount: ("fee_medium", &form.fee_medium),
            times: ("fee_medium_number", &form.fee_medium_number),
            price: ("fee_medium_each", &form.fee_medium_each),
        },
    ];
    let lines: Vec<FeeLine> = typed.into_iter().filter_map(|typed| line(e, &typed)).collect();
    if lines.is_empty() && e.is_empty() {
        e.add("fee_copy", Problem::Missing);
    }
    lines
}

fn line(e: &mut Errors, typed: &Typed<'_>) -> Option<FeeLine> {
    let amount = some(cents(typed.amount.1), e, typed.amount.0)?;
    let empty = |(_, text): (_, &str)| text.trim().is_empty();
    if empty(typed.times) && empty(typed.price) {
        return (amount > 0).then(|| FeeLine::amount(typed.category, amount));
    }
    for (name, text) in [typed.times, typed.price] {
        if text.trim().is_empty() {
            e.add(name, Problem::Missing);
        }
    }
    let of_time = matches!(typed.category, FeeCategory::StaffCopying | FeeCategory::Programming);
    let (read, problem): (fn(&str) -> Option<u32>, _) = if of_time {
        (hundredths, Problem::NotHours)
    } else {
        (pieces, Problem::NotANumber)
    };
    let times = some(read(typed.times.1).ok_or(problem), e, typed.times.0);
    let price = some(cents(typed.price.1), e, typed.price.0);
    let (times, price) = (times?, price?);
    let by = if of_time {
        Calculation::Hours {
            hundredths: times,
            rate_cents: price,
        }
    } else {
        Calculation::Pieces {
            number: times,
            each_cents: price,
        }
    };
    let line = FeeLine::worked_out(typed.category, by).filter(|line| line.cents <= MOST_CENTS);
    let line = some(line.ok_or(Problem::NotAnAmount), e, typed.price.0)?;
    if amount > 0 && amount != line.cents {
        e.add(typed.amount.0, Problem::NotTheProduct { cents: line.cents });
    }
    (line.cents > 0).then_some(line)
}

fn some<T>(read: Result<T, Problem>, e: &mut Errors, name: &'static str) -> Option<T> {
    read.map_err(|problem| e.add(name, problem)).ok()
}

/// An amount that may be left empty, in US cents.
pub(super) fn amount(e: &mut Errors, name: &'static str, typed: &str) -> Option<u64> {
    if typed.trim().is_empty() {
        return None;
    }
    some(cents(typed), e, name).map(u64::from)
}

/// The number of a receipt, which may be left empty: the office's own, and no words.
pub(super) fn receipt(e: &mut Errors, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let sound = typed.len() <= 30
        && typed
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'/')
        && typed.bytes().any(|b| b.is_ascii_digit());
    some(
        sound.then(|| typed.to_owned()).ok_or(Problem::NotAReceipt),
        e,
        "receipt",
    )
}

/// What was given back, and when.
pub(super) fn refund(form: &ActForm, e: &mut Errors) -> Option<Act> {
    let cents = amount(e, "amount", &form.amount);
    if form.amount.trim().is_empty() {
        e.add("amount", Problem::Missing);
    }
    let receipt = receipt(e, &form.receipt);
    let on = field::required_date(e, "refunded_on", &form.refunded_on);
    Some(Act::RefundFee {
        cents: cents?,
        on: on?,
        receipt,
    })
}

/// Hundredths of an hour of a number like `1`, `1.5` or `0.25`; at most 9,999.99.
fn hundredths(typed: &str) -> Option<u32> {
    decimal(typed.trim(), 4)
}

/// A whole number of pieces, at most 9,999.
fn pieces(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    let plain = !typed.is_empty() && typed.len() <= 4 && typed.bytes().all(|b| b.is_ascii_digit());
    typed.parse().ok().filter(|_| plain)
}

/// The largest amount that can be typed.
const MOST_CENTS: u32 = 9_999_999;

/// US cents of an amount like `12`, `12.5` or `12.50`; empty is 0; at most $99,999.99.
fn cents(typed: &str) -> Result<u32, Problem> {
    let typed = typed.trim().trim_start_matches('$');
    if typed.is_empty() {
        return Ok(0);
    }
    decimal(typed, 5).ok_or(Problem::NotAnAmount)
}

/// Hundredths of a number with so many digits before the point and at most two behind it.
fn decimal(typed: &str, digits: usize) -> Option<u32> {
    let (whole, part) = typed.split_once('.').unwrap_or((typed, ""));
    let plain = |text: &str, most: usize| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain(whole, digits) || !plain(part, 2) {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 100 + part)
}
