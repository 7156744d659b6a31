//! Days written out.

use law::{Date, DateTime, Time, month_name};

words! {
    /// Days written out in the language.
    pub trait DateWords:
    day(date: Date) -> String {
        format!("{}, {} {}, {}", weekday_en(date), month_name(date.month()).en, date.day(), date.year()),
        format!("{} {} de {} de {}", weekday_es(date), date.day(), month_name(date.month()).es, date.year())
    }
    short_day(date: Date) -> String {
        format!("{} {}, {}", &month_name(date.month()).en[..3], date.day(), date.year()),
        format!("{} {} {}", date.day(), &month_name(date.month()).es[..3], date.year())
    }

    time_of_day(time: Time) -> String {
        format!("{}:{:02} {}", twelve(time), time.minute(), if time.hour() < 12 { "a.m." } else { "p.m." }),
        format!("{}:{:02} {}", twelve(time), time.minute(), if time.hour() < 12 { "a. m." } else { "p. m." })
    }

    // With seconds, where a sheet is told from another of the same minute.
    time_to_the_second(time: Time) -> String {
        format!("{}:{:02}:{:02} {}", twelve(time), time.minute(), time.second(), if time.hour() < 12 { "a.m." } else { "p.m." }),
        format!("{}:{:02}:{:02} {}", twelve(time), time.minute(), time.second(), if time.hour() < 12 { "a. m." } else { "p. m." })
    }

    moment(at: DateTime) -> String {
        format!("{}, {}", office::Lang::En.day(at.date()), office::Lang::En.time_of_day(at.time())),
        format!("{}, {}", office::Lang::Es.day(at.date()), office::Lang::Es.time_of_day(at.time()))
    }

    moment_short(at: DateTime) -> String {
        format!("{}, {}", office::Lang::En.short_day(at.date()), office::Lang::En.time_of_day(at.time())),
        format!("{}, {}", office::Lang::Es.short_day(at.date()), office::Lang::Es.time_of_day(at.time()))
    }

    month(year_month: &str) -> String {
        match split(year_month) { Some((year, month)) => format!("{} {year}", month_name(month).en), None => year_month.to_owned() },
        match split(year_month) { Some((year, month)) => format!("{} de {year}", month_name(month).es), None => year_month.to_owned() }
    }
    days_left(days: i32) -> String {
        match days {
            0 => "today is the last day".to_owned(),
            1 => "1 day left".to_owned(),
            -1 => "1 day overdue".to_owned(),
            days if days < 0 => format!("{} days overdue", -days),
            days => format!("{days} days left"),
        },
        match days {
            0 => "hoy es el último día".to_owned(),
            1 => "queda 1 día".to_owned(),
            -1 => "1 día de retraso".to_owned(),
            days if days < 0 => format!("{} días de retraso", -days),
            days => format!("quedan {days} días"),
        }
    }
}

/// The hour as a clock of twelve shows it.
fn twelve(time: Time) -> i8 {
    match time.hour() % 12 {
        0 => 12,
        hour => hour,
    }
}

fn split(year_month: &str) -> Option<(&str, i8)> {
    let (year, month) = year_month.split_once('-')?;
    month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))
        .map(|month| (year, month))
}

fn weekday_en(date: Date) -> &'static str {
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ][weekday(date)]
}

fn weekday_es(date: Date) -> &'static str {
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"][weekday(date)]
}

fn weekday(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default()
}
