//! Fees in words: what was asked for, what came, and how a line was worked out.

use law::{
    Date,
    fee::{Calculation, FeeLine},
    request::Reception,
};
use office::Lang;

use super::{LawWords as _, footage::dollars};
use crate::DateWords as _;

pub(super) fn asked_english((cents, deposit): (u64, Option<u64>), last_day: Date, anew: bool) -> String {
    let (fee, day) = (dollars(cents), Lang::En.day(last_day));
    let asked = if anew {
        "asked anew for a fee of"
    } else {
        "asked for a fee of"
    };
    let what = deposit.map_or_else(String::new, |deposit| {
        format!(
            " Of it {} is to be paid before the work goes on, the rest before the copy is given.",
            dollars(deposit)
        )
    });
    format!(
        "The records custodian {asked} {fee}.{what} The last day to pay is {day}; after that the request counts as \
            withdrawn (RSMo 610.026.2(2))."
    )
}

pub(super) fn asked_spanish((cents, deposit): (u64, Option<u64>), last_day: Date, anew: bool) -> String {
    let (fee, day) = (dollars(cents), Lang::Es.day(last_day));
    let asked = if anew {
        "pidió de nuevo un pago de"
    } else {
        "pidió un pago de"
    };
    let what = deposit.map_or_else(String::new, |deposit| {
        format!(
            " De él, {} se paga antes de seguir el trabajo; el resto, antes de entregar la copia.",
            dollars(deposit)
        )
    });
    format!(
        "El custodio de registros {asked} {fee}.{what} El último día para pagar es el {day}; después, la solicitud se \
            considera retirada (RSMo 610.026.2(2))."
    )
}

pub(super) fn paid_english(received: Option<Reception>, cents: Option<u64>, left: u64) -> String {
    let what = match (cents, left) {
        (Some(cents), 1..) => format!("{} of the fee was paid", dollars(cents)),
        (Some(cents), 0) => format!("The fee was paid, {}", dollars(cents)),
        (None, _) => "The fee was paid".to_owned(),
    };
    let how = received.map_or_else(String::new, |received| {
        let comma = if cents.is_some() && left == 0 { "," } else { "" };
        format!(
            "{comma} {} on {}",
            Lang::En.reply_channel(received.channel),
            Lang::En.day(received.on)
        )
    });
    let rest = if left > 0 {
        format!(" {} is left to pay.", dollars(left))
    } else {
        String::new()
    };
    format!("{what}{how}.{rest}")
}

pub(super) fn paid_spanish(received: Option<Reception>, cents: Option<u64>, left: u64) -> String {
    let what = match (cents, left) {
        (Some(cents), 1..) => format!("Se pagaron {} del costo", dollars(cents)),
        (Some(cents), 0) => format!("El pago de {} se hizo", dollars(cents)),
        (None, _) => "El pago se hizo".to_owned(),
    };
    let how = received.map_or_else(String::new, |received| {
        format!(
            " {} el {}",
            Lang::Es.reply_channel(received.channel),
            Lang::Es.day(received.on)
        )
    });
    let rest = if left > 0 {
        format!(" Quedan {} por pagar.", dollars(left))
    } else {
        String::new()
    };
    format!("{what}{how}.{rest}")
}

/// How the amount of a line was worked out, `1.5 hours × $23.50 = $35.25`; `None` where only an amount was entered.
pub(super) fn calculation(lang: Lang, line: &FeeLine) -> Option<String> {
    let by = line.by?;
    let sum = dollars(line.cents.into());
    Some(match by {
        Calculation::Hours { hundredths, rate_cents } => {
            let (hours, rate) = (hundredths_of(hundredths), dollars(rate_cents.into()));
            let down = match (by.rounded(), lang) {
                (false, _) => "",
                (true, Lang::En) => ", rounded down to the cent",
                (true, Lang::Es) => ", redondeado hacia abajo al centavo",
            };
            match lang {
                Lang::En if hundredths == 100 => format!("1 hour × {rate} = {sum}{down}"),
                Lang::En => format!("{hours} hours × {rate} = {sum}{down}"),
                Lang::Es if hundredths == 100 => format!("1 hora × {rate} = {sum}{down}"),
                Lang::Es => format!("{hours} horas × {rate} = {sum}{down}"),
            }
        }
        Calculation::Pieces { number, each_cents } => format!("{number} × {} = {sum}", dollars(each_cents.into())),
    })
}

/// A line in words: what, and how it was worked out.
pub(super) fn line(lang: Lang, line: &FeeLine) -> String {
    let sum = calculation(lang, line).unwrap_or_else(|| dollars(line.cents.into()));
    format!("{}: {sum}", lang.fee_category(line.category))
}

/// Hundredths as a number: `1.5`.
fn hundredths_of(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
