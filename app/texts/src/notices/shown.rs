//! Sentences about the person shown, to them or to whoever answers for them: a parent or guardian, next of kin, an attorney.

use law::{Bilingual, both, notice::NoticeKind, objection::Ask, person::Shown, span::Spans};
use office::Lang;

use crate::DateWords as _;

/// Whom the letter is about, for who answers for them; nobody where the reader is shown.
pub(super) const fn name(shown: Shown) -> Option<Bilingual> {
    match shown {
        Shown::Reader => None,
        Shown::InCare => Some(both(
            "the child or the person in your care",
            "el menor o la persona a su cargo",
        )),
        Shown::Relative => Some(both(
            "the member of your family who died",
            "la persona de su familia que murió",
        )),
        Shown::Represented => Some(both(
            "the person whom you represent",
            "la persona a la que usted representa",
        )),
    }
}

/// The same in the mouth of the reader, on the slip that they sign.
const fn own_name(shown: Shown) -> Option<Bilingual> {
    match shown {
        Shown::Reader => None,
        Shown::InCare => Some(both(
            "the child or the person in my care",
            "el menor o la persona a mi cargo",
        )),
        Shown::Relative => Some(both(
            "the member of my family who died",
            "la persona de mi familia que murió",
        )),
        Shown::Represented => Some(both("the person whom I represent", "la persona a la que represento")),
    }
}

/// Name, "of" and "to" in Spanish: both nouns of "el menor o la persona" take their own.
struct Spanish {
    name: &'static str,
    of: String,
    to: String,
}

fn spanish(name: &'static str) -> Spanish {
    let both = name
        .strip_prefix("el ")
        .and_then(|rest| rest.split_once(" o la "))
        .map(|(first, second)| {
            (
                format!("del {first} o de la {second}"),
                format!("al {first} o a la {second}"),
            )
        });
    let (of, to) = both.unwrap_or_else(|| (format!("de {name}"), format!("a {name}")));
    Spanish { name, of, to }
}

/// A sentence begins with it.
fn begins(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What has become of the video, as the title of a letter or a page says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTitle {
    /// It may be released.
    MayBeReleased,
    /// It was released.
    Released,
    /// A court forbade it, the office agreed not to release it, they are hidden in it, or no notice is due to them.
    Closed,
    /// They were taken out of the list of people shown: perhaps they are not in it at all.
    TakenOut,
}

pub(super) fn title(lang: Lang, title: NoticeTitle, shown: Shown) -> String {
    match lang {
        Lang::En => {
            let whom = name(shown).map_or("you", |name| name.en);
            match title {
                NoticeTitle::MayBeReleased => format!("A video that shows {whom} may be released"),
                NoticeTitle::Released => format!("A video that shows {whom} was released"),
                NoticeTitle::Closed => format!("About a video that shows {whom}"),
                NoticeTitle::TakenOut => "This notice is closed".to_owned(),
            }
        }
        Lang::Es => {
            let whom = name(shown).map_or("usted aparece".to_owned(), |name| format!("aparece {}", name.es));
            match title {
                NoticeTitle::MayBeReleased => format!("Puede entregarse un video en el que {whom}"),
                NoticeTitle::Released => format!("Se entregó un video en el que {whom}"),
                NoticeTitle::Closed => format!("Sobre un video en el que {whom}"),
                NoticeTitle::TakenOut => "Este aviso está cerrado".to_owned(),
            }
        }
    }
}

/// Why the letter comes to who is not shown.
pub(super) fn why_you(lang: Lang, shown: Shown) -> Option<&'static str> {
    let words = match shown {
        Shown::Reader => return None,
        Shown::InCare => both(
            "This is not about you. It is about the child or the person in your care: you receive it, and may answer it, because you answer for them.",
            "Esto no trata de usted. Trata del menor o de la persona a su cargo: usted lo recibe, y puede responderlo, porque responde en su nombre.",
        ),
        Shown::Relative => both(
            "This is about the member of your family who died: you receive it, and may answer it, because you are next of kin.",
            "Esto trata de la persona de su familia que murió: usted lo recibe, y puede responderlo, porque es familiar.",
        ),
        Shown::Represented => both(
            "This is about the person whom you represent: you receive it, and may answer it, as their attorney.",
            "Esto trata de la persona a la que usted representa: usted lo recibe, y puede responderlo, porque la representa.",
        ),
    };
    Some(lang.pick(words))
}

pub(super) fn opening(lang: Lang, kind: NoticeKind, agency: &str, shown: Shown) -> String {
    match lang {
        Lang::En => opening_english(kind, agency, shown),
        Lang::Es => opening_spanish(kind, agency, shown),
    }
}

fn opening_english(kind: NoticeKind, agency: &str, shown: Shown) -> String {
    let seen = name(shown).map_or_else(
        || "You are seen or heard in it.".to_owned(),
        |name| format!("{} is seen or heard in it.", begins(name.en)),
    );
    match kind {
        NoticeKind::AgencyPolicy => {
            let whom = if shown == Shown::Reader {
                "everybody shown"
            } else {
                "everybody shown, or who answers for them,"
            };
            format!(
                "A release of police video was authorized. {seen} The {agency} tells {whom} and gives them ten days to answer, before it is released."
            )
        }
        NoticeKind::Statute8 => format!(
            "Somebody asked for police video recorded in a place that is not public, and is to get it. {seen} The law forbids them to show it, or to describe it, before you were told and had ten days to go to court (RSMo 610.100.8). The {agency} passes this notice on, so that neither of you learns the other’s address."
        ),
        NoticeKind::NextOfKin => {
            let died = match shown {
                Shown::Represented => "somebody died for whom, or for whose family, you answer",
                _ => "a member of your family died",
            };
            format!(
                "The {agency} intends to release video of the scene where {died}. The law gives the family two weeks’ notice first (RSMo 610.205.3)."
            )
        }
    }
}

fn opening_spanish(kind: NoticeKind, agency: &str, shown: Shown) -> String {
    let seen = name(shown).map_or_else(
        || "Usted se ve o se oye en él.".to_owned(),
        |name| format!("{} se ve o se oye en él.", begins(name.es)),
    );
    match kind {
        NoticeKind::AgencyPolicy => {
            let whom = if shown == Shown::Reader {
                "a todas las personas que aparecen"
            } else {
                "a todas las personas que aparecen, o a quien responde por ellas,"
            };
            format!(
                "Se autorizó entregar un video policial. {seen} {agency} avisa {whom} y les da diez días para responder antes de entregarlo."
            )
        }
        NoticeKind::Statute8 => format!(
            "Alguien pidió un video policial grabado en un lugar que no es público, y va a recibirlo. {seen} La ley le prohíbe mostrarlo o describirlo antes de que usted reciba aviso y tenga diez días para acudir al tribunal (RSMo 610.100.8). {agency} transmite este aviso para que ninguno conozca la dirección del otro."
        ),
        NoticeKind::NextOfKin => {
            let died = match shown {
                Shown::Represented => "murió una persona por la que usted responde, o por cuya familia responde",
                _ => "murió una persona de su familia",
            };
            format!(
                "{agency} piensa entregar un video de la escena donde {died}. La ley da antes a la familia un aviso de dos semanas (RSMo 610.205.3)."
            )
        }
    }
}

/// The label of where they are in it.
pub(super) fn place(lang: Lang, shown: Shown) -> String {
    let Some(name) = name(shown) else {
        return lang.pick(both("Where you are in it", "Dónde aparece usted")).to_owned();
    };
    match lang {
        Lang::En => format!("Where {} is in it", name.en),
        Lang::Es => format!("Dónde aparece {}", name.es),
    }
}

pub(super) fn seen(lang: Lang, spans: &Spans, shown: Shown) -> String {
    match (lang, name(shown), spans.is_empty()) {
        (Lang::En, None, true) => "You are not seen.".to_owned(),
        (Lang::En, None, false) => format!("You are seen at {spans} (minutes and seconds)."),
        (Lang::En, Some(name), true) => format!("{} is not seen.", begins(name.en)),
        (Lang::En, Some(name), false) => format!("{} is seen at {spans} (minutes and seconds).", begins(name.en)),
        (Lang::Es, None, true) => "Usted no se ve.".to_owned(),
        (Lang::Es, None, false) => format!("Usted se ve en {spans} (minutos y segundos)."),
        (Lang::Es, Some(name), true) => format!("{} no se ve.", begins(name.es)),
        (Lang::Es, Some(name), false) => format!("{} se ve en {spans} (minutos y segundos).", begins(name.es)),
    }
}

pub(super) fn heard(lang: Lang, spans: &Spans, shown: Shown) -> String {
    match (lang, name(shown), spans.is_empty()) {
        (Lang::En, None, true) => "You are not heard.".to_owned(),
        (Lang::En, None, false) => format!("You are heard at {spans} (minutes and seconds)."),
        (Lang::En, Some(name), true) => format!("{} is not heard.", begins(name.en)),
        (Lang::En, Some(name), false) => format!("{} is heard at {spans} (minutes and seconds).", begins(name.en)),
        (Lang::Es, None, true) => "Usted no se oye.".to_owned(),
        (Lang::Es, None, false) => format!("Usted se oye en {spans} (minutos y segundos)."),
        (Lang::Es, Some(name), true) => format!("{} no se oye.", begins(name.es)),
        (Lang::Es, Some(name), false) => format!("{} se oye en {spans} (minutos y segundos).", begins(name.es)),
    }
}

/// What would be shown of them.
pub(super) fn would_show(lang: Lang, seen: &Spans, heard: &Spans, shown: Shown) -> String {
    match lang {
        Lang::En => {
            let whose = if shown == Shown::Reader { "Your" } else { "Their" };
            let own = whose.to_lowercase();
            let (what, hidden) = match (seen.is_empty(), heard.is_empty()) {
                (false, false) => (format!("{whose} picture and {own} voice"), "both are hidden"),
                (false, true) => (format!("{whose} picture"), "it is hidden"),
                _ => (format!("{whose} voice"), "it is taken out"),
            };
            format!("{what}, unless you ask that {hidden}, or a court orders it.")
        }
        Lang::Es => {
            let of = name(shown).map(|name| spanish(name.es).of);
            let what =
                |own: &str, plain: &str| of.as_ref().map_or_else(|| own.to_owned(), |of| format!("{plain} {of}"));
            let (what, hidden) = match (seen.is_empty(), heard.is_empty()) {
                (false, false) => (what("Su imagen y su voz", "La imagen y la voz"), "se oculten"),
                (false, true) => (what("Su imagen", "La imagen"), "se oculte"),
                _ => (what("Su voz", "La voz"), "se quite"),
            };
            format!("{what}, salvo que usted pida que {hidden} o lo ordene un tribunal.")
        }
    }
}

pub(super) fn blur_title(lang: Lang, shown: Shown) -> String {
    let Some(name) = name(shown) else {
        let words = both(
            "If you only do not want to be recognized",
            "Si solo no quiere que se le reconozca",
        );
        return lang.pick(words).to_owned();
    };
    match lang {
        Lang::En => format!("If you only do not want {} to be recognized", name.en),
        Lang::Es => format!("Si solo no quiere que se reconozca {}", spanish(name.es).to),
    }
}

pub(super) fn blur(lang: Lang, shown: Shown) -> String {
    let whom = match (lang, name(shown)) {
        (Lang::En, None) => "to blur you, to take out your voice".to_owned(),
        (Lang::En, Some(name)) => format!("to blur {}, to take out their voice", name.en),
        (Lang::Es, None) => "que le difuminemos, que quitemos su voz".to_owned(),
        (Lang::Es, Some(name)) => format!("que difuminemos {}, que quitemos su voz", spanish(name.es).to),
    };
    match lang {
        Lang::En => {
            format!("You can ask us {whom}, to cut a part, or to wait until a day. You need not give a reason.")
        }
        Lang::Es => {
            format!(
                "Puede pedir {whom}, que cortemos una parte o que esperemos hasta un día. No tiene que dar un motivo."
            )
        }
    }
}

pub(super) const fn private(shown: Shown) -> Bilingual {
    match shown {
        Shown::Reader => both(
            "Whoever asked for the video does not learn your name or address, nor whether you answered.",
            "Quien pidió el video no conoce su nombre ni su dirección, ni si usted respondió.",
        ),
        _ => both(
            "Whoever asked for the video learns neither your name nor theirs, no address, and not whether you answered.",
            "Quien pidió el video no conoce el nombre de usted ni el de esa persona, ninguna dirección, ni si usted respondió.",
        ),
    }
}

/// What the slip says: objection, blurring, muting, consent.
pub(super) fn slip(lang: Lang, shown: Shown) -> [String; 4] {
    match lang {
        Lang::En => {
            let (blur, mute, consent) = own_name(shown).map_or_else(
                || ("me".to_owned(), "my voice".to_owned(), String::new()),
                |name| {
                    (
                        name.en.to_owned(),
                        format!("the voice of {}", name.en),
                        format!(", for {}", name.en),
                    )
                },
            );
            [
                "I object to the release of this video.".to_owned(),
                format!("Release it, but blur {blur}."),
                format!("Release it, but take out {mute}."),
                format!(
                    "I agree to the release{consent}. I show who I am: in person at the records office, or as it tells me."
                ),
            ]
        }
        Lang::Es => {
            let (blur, mute, consent) = own_name(shown).map_or_else(
                || ("difumínenme".to_owned(), "mi voz".to_owned(), String::new()),
                |name| {
                    let name = spanish(name.es);
                    (
                        format!("difuminen {}", name.to),
                        format!("la voz {}", name.of),
                        format!(", por {}", name.name),
                    )
                },
            );
            [
                "Me opongo a la entrega de este video.".to_owned(),
                format!("Entréguenlo, pero {blur}."),
                format!("Entréguenlo, pero quiten {mute}."),
                format!(
                    "Estoy de acuerdo con la entrega{consent}. Demuestro quién soy: en persona en la oficina de registros, o como ella me indique."
                ),
            ]
        }
    }
}

/// A choice of the objection: hide the picture. Where nobody knows yet whom the letter is about, it says just that.
pub(super) fn ask_blur(lang: Lang, shown: Option<Shown>) -> String {
    match (lang, shown.map(name)) {
        (Lang::En, Some(None)) => "Blur me wherever I am seen".to_owned(),
        (Lang::Es, Some(None)) => "Difuminarme donde se me vea".to_owned(),
        (Lang::En, Some(Some(name))) => format!("Blur {} wherever they are seen", name.en),
        (Lang::Es, Some(Some(name))) => format!("Difuminar {} donde se le vea", spanish(name.es).to),
        (Lang::En, None) => "Blur the person the letter is about, wherever they are seen".to_owned(),
        (Lang::Es, None) => "Difuminar a la persona de quien trata la carta, donde se le vea".to_owned(),
    }
}

/// A choice of the objection: take out the voice.
pub(super) fn ask_mute(lang: Lang, shown: Option<Shown>) -> String {
    match (lang, shown.map(name)) {
        (Lang::En, Some(None)) => "Take out the sound wherever I am heard".to_owned(),
        (Lang::Es, Some(None)) => "Quitar el sonido donde se me oiga".to_owned(),
        (Lang::En, Some(Some(name))) => format!("Take out the sound wherever {} is heard", name.en),
        (Lang::Es, Some(Some(name))) => format!("Quitar el sonido donde se oiga {}", spanish(name.es).to),
        (Lang::En, None) => "Take out the sound wherever the person the letter is about is heard".to_owned(),
        (Lang::Es, None) => "Quitar el sonido donde se oiga a la persona de quien trata la carta".to_owned(),
    }
}

/// One thing asked for or promised, as a letter or page tells it to who asked.
pub(super) fn ask(lang: Lang, ask: &Ask, shown: Shown) -> String {
    match (lang, ask) {
        (Lang::En, Ask::BlurMe) => name(shown).map_or_else(
            || "blur you wherever you are seen".to_owned(),
            |name| format!("blur {} wherever they are seen", name.en),
        ),
        (Lang::Es, Ask::BlurMe) => name(shown).map_or_else(
            || "difuminarle a usted donde se le vea".to_owned(),
            |name| format!("difuminar {} donde se le vea", spanish(name.es).to),
        ),
        (Lang::En, Ask::MuteMe) => name(shown).map_or_else(
            || "take out the sound wherever you are heard".to_owned(),
            |name| format!("take out the sound wherever {} is heard", name.en),
        ),
        (Lang::Es, Ask::MuteMe) => name(shown).map_or_else(
            || "quitar el sonido donde se le oiga a usted".to_owned(),
            |name| format!("quitar el sonido donde se oiga {}", spanish(name.es).to),
        ),
        (Lang::En, Ask::Cut { spans }) => format!("cut {spans}"),
        (Lang::Es, Ask::Cut { spans }) => format!("cortar {spans}"),
        (Lang::En, Ask::WaitUntil { day }) => format!("wait until {}", lang.day(*day)),
        (Lang::Es, Ask::WaitUntil { day }) => format!("esperar hasta el {}", lang.day(*day)),
    }
}

pub(super) fn answer_opening(lang: Lang, received: law::Date, shown: Shown) -> String {
    let day = lang.day(received);
    match (lang, name(shown)) {
        (Lang::En, None) => {
            format!("You objected on {day} to the release of a video that shows you. This is our answer.")
        }
        (Lang::En, Some(name)) => format!(
            "You objected on {day} to the release of a video that shows {}. This is our answer.",
            name.en
        ),
        (Lang::Es, None) => {
            format!("El {day} usted se opuso a la entrega de un video en el que aparece. Esta es nuestra respuesta.")
        }
        (Lang::Es, Some(name)) => format!(
            "El {day} usted se opuso a la entrega de un video en el que aparece {}. Esta es nuestra respuesta.",
            name.es
        ),
    }
}

/// That they are hidden in the copy, or were in the one that left.
pub(super) fn hidden(lang: Lang, shown: Shown, left: bool) -> String {
    let name = name(shown);
    match (lang, left) {
        (Lang::En, false) => name.map_or_else(
            || "You will be hidden in the video: picture and voice.".to_owned(),
            |name| format!("{} will be hidden in the video: picture and voice.", begins(name.en)),
        ),
        (Lang::En, true) => name.map_or_else(
            || "You are hidden in it: picture and voice.".to_owned(),
            |name| format!("{} is hidden in it: picture and voice.", begins(name.en)),
        ),
        (Lang::Es, false) => name.map_or_else(
            || "En el video se le ocultará a usted: imagen y voz.".to_owned(),
            |name| format!("En el video se ocultará {}: imagen y voz.", spanish(name.es).to),
        ),
        (Lang::Es, true) => name.map_or_else(
            || "En él se le oculta a usted: imagen y voz.".to_owned(),
            |name| format!("En él se oculta {}: imagen y voz.", spanish(name.es).to),
        ),
    }
}

/// That they were taken out of the list, and what to do if that is wrong.
pub(super) fn taken_out(lang: Lang, shown: Shown) -> String {
    match (lang, name(shown)) {
        (Lang::En, None) => "The records office found that you are not in this video, or that you were listed twice. You need not answer. If that is wrong, tell the records office.".to_owned(),
        (Lang::En, Some(name)) => format!("The records office found that {} is not in this video, or was listed twice. You need not answer. If that is wrong, tell the records office.", name.en),
        (Lang::Es, None) => "La oficina de registros comprobó que usted no aparece en este video, o que estaba dos veces en la lista. No tiene que responder. Si no es así, dígalo a la oficina de registros.".to_owned(),
        (Lang::Es, Some(name)) => format!("La oficina de registros comprobó que {} no aparece en este video, o estaba dos veces en la lista. No tiene que responder. Si no es así, dígalo a la oficina de registros.", name.es),
    }
}
