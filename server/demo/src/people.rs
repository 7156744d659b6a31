//! People who never were, and what they ask for.

use jiff::{ToSpan as _, civil::Date};
use law::{
    profile::Division,
    request::{Media, Track},
};
use office::{
    Lang,
    forms::{Filing, Notify, RequestDetails, SubmissionKey},
    views::Role,
};

use super::chance::Random;

/// The office's people: name, address, role. Addresses at example.org reach nobody (RFC 2606).
pub(super) const CREW: [(&str, &str, Role); 7] = [
    ("Casey Demo", "custodian@example.org", Role::Custodian),
    ("Morgan Demo", "second.custodian@example.org", Role::Custodian),
    ("Robin Demo", "reviewer@example.org", Role::Reviewer),
    ("Sasha Demo", "supervisor@example.org", Role::Supervisor),
    ("Jordan Demo", "prosecutor@example.org", Role::Prosecutor),
    ("Quinn Demo", "auditor@example.org", Role::Auditor),
    ("Avery Demo", "admin@example.org", Role::Admin),
];

const FIRST: [&str; 12] = [
    "Ada", "Ben", "Carmen", "Dele", "Elena", "Farid", "Grace", "Hugo", "Imani", "Jonas", "Kim", "Lucía",
];
const LAST: [&str; 10] = [
    "Fictional",
    "Sample",
    "Example",
    "Invented",
    "Placeholder",
    "Muestra",
    "Ejemplo",
    "Pretend",
    "Imagined",
    "Madeup",
];
const PLACES: [&str; 8] = [
    "Corner of Example Avenue and 12th Street",
    "Parking lot behind the Sample Market",
    "1400 block of Fictional Boulevard",
    "Invented Park, by the fountain",
    "Bus stop at Placeholder Road",
    "Entrance of the Example Library",
    "Imaginary Creek Parkway, northbound",
    "Sample Plaza, lower level",
];
const DESCRIPTIONS: [&str; 6] = [
    "A traffic stop of a gray car. I was the driver.",
    "Officers spoke with my neighbor on the sidewalk.",
    "A bicycle and a van collided; officers took statements.",
    "A search of a shop after an alarm.",
    "A crowd after the game; officers closed the street.",
    "Me vieron en la parada de autobús cuando hablaron con un hombre.",
];

/// A request that somebody could have filed on this day.
pub(super) fn filing(chance: &mut Random, today: Date, divisions: &[Division]) -> Filing {
    let first = *chance.one(&FIRST);
    let name = format!("{first} {}", chance.one(&LAST));
    let incident = today
        .checked_sub(i64::from(1 + chance.below(150)).days())
        .unwrap_or(today);
    let hour = chance.below(23);
    let track = match chance.below(100) {
        0..70 => Track::Public,
        70..85 => Track::Depicted,
        85..95 => Track::Civil,
        _ => Track::NextOfKin,
    };
    let of_someone = track != Track::Public;
    let only = |wanted: bool, text: &str| if wanted { text.to_owned() } else { String::new() };
    Filing {
        // 32 hexadecimal characters are always a key.
        key: SubmissionKey::parse(&chance.hex()).unwrap_or_else(|| unreachable!("32 hexadecimal characters")),
        track,
        media: if chance.chance(60) {
            vec![Media::BodyWorn]
        } else {
            vec![Media::BodyWorn, Media::InCar]
        },
        division: (!divisions.is_empty() && chance.chance(85)).then(|| chance.one(divisions).key.clone()),
        language: if chance.chance(20) { Lang::Es } else { Lang::En },
        notify: Notify::None,
        asked: RequestDetails {
            incident_date: incident,
            incident_date_to: incident,
            time_from: Some(format!("{hour:02}:00")),
            time_to: Some(format!("{:02}:30", hour + 1)),
            place: (*chance.one(&PLACES)).to_owned(),
            report_number: if chance.chance(40) {
                format!("26-{:06}", chance.below(1_000_000))
            } else {
                String::new()
            },
            officers: String::new(),
            people: String::new(),
            description: (*chance.one(&DESCRIPTIONS)).to_owned(),
            email: Some(format!("{}@example.org", first.to_lowercase().replace('í', "i"))),
            name,
            phone: String::new(),
            postal_address: String::new(),
            relation: only(of_someone, "Myself"),
            represents: String::new(),
            civil_claim: only(track == Track::Civil, "Damage to my car in the collision."),
            needed_by: chance.chance(10).then(|| today.checked_add(45.days()).unwrap_or(today)),
        },
    }
}
