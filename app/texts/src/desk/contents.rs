//! Words of the console: what is in a video file.

use law::{Bilingual, both};
use office::views::{RemovedKind, TrackKind};

/// Gives a sound a black picture of the same length.
pub(crate) const BLACK_PICTURE: &str = "ffmpeg -i in.mp4 -f lavfi -i color=black:s=640x360:r=10 -map 1:v -map 0:a -shortest \
     -c:v libx264 -pix_fmt yuv420p -c:a aac out.mp4";

/// How a video is made playable. The portal does not encode.
pub(crate) const fn reencode() -> Bilingual {
    both(
        "Encode it again as H.264 (8 bits, 4:2:0) with AAC sound, and send that file; with ffmpeg: ffmpeg -i in.mp4 -c:v \
         libx264 -pix_fmt yuv420p -c:a aac out.mp4",
        "Codifíquelo otra vez como H.264 (8 bits, 4:2:0) con sonido AAC y envíe ese archivo; con ffmpeg: ffmpeg -i in.mp4 -c:v \
         libx264 -pix_fmt yuv420p -c:a aac out.mp4",
    )
}

words! {
    /// What is in a video file, for who checks it.
    pub trait ContentsWords:
    contents_tracks() -> &'static str { "What is in the file", "Qué contiene el archivo" }
    contents_only() -> &'static str {
        "These tracks, and nothing else: the file was made anew of its picture and its sound, and read again after it was kept.",
        "Estas pistas, y nada más: el archivo se rehízo con su imagen y su sonido, y se volvió a leer después de guardarlo."
    }
    contents_aac() -> &'static str {
        "What stood before the sound in its packets was emptied: AAC lets a program put bytes there (ISO/IEC 14496-3, data stream and fill elements), which no player plays. Nobody looked behind the beginning of the sound, where such bytes can stand too. Where you do not know the program that made the copy, encode its sound anew before you send it.",
        "Se vació lo que había antes del sonido en sus paquetes: AAC permite que un programa ponga allí bytes (ISO/IEC 14496-3, elementos de datos y de relleno) que ningún reproductor reproduce. Nadie miró más allá del comienzo del sonido, donde también puede haber bytes así. Si no conoce el programa que hizo la copia, vuelva a codificar su sonido antes de enviarla."
    }
    contents_unknown() -> &'static str {
        "This copy was kept before copies were made anew of picture and sound alone. Nobody can approve it; send it again.",
        "Esta copia se guardó antes de que las copias se rehicieran solo con imagen y sonido. Nadie puede aprobarla; envíela otra vez."
    }
    contents_as_sent() -> &'static str {
        "Tracks of the file, which is kept as it was sent",
        "Pistas del archivo, que se guarda tal como se envió"
    }
    contents_removed() -> &'static str { "What was taken out before it was kept", "Qué se quitó antes de guardarlo" }
    contents_removed_none() -> &'static str { "Nothing had to be taken out.", "No hubo que quitar nada." }
    contents_sent(sha256: &str, bytes: &str) -> String {
        format!("The file that was sent ({bytes}, SHA-256 {sha256}) is not kept; what is approved is the file that is kept."),
        format!("El archivo que se envió ({bytes}, SHA-256 {sha256}) no se guarda; lo que se aprueba es el archivo guardado.")
    }
    contents_unplayable(what: &str) -> String {
        format!("Not every common browser can play this: {what}. Make the copy playable: {}", lower(reencode().en)),
        format!("No todos los navegadores comunes pueden reproducir esto: {what}. Haga la copia reproducible: {}", lower(reencode().es))
    }
    contents_sound_only() -> &'static str {
        "This file has no picture, only sound. A copy needs a picture.",
        "Este archivo no tiene imagen, solo sonido. Una copia necesita imagen."
    }
    contents_track() -> &'static str { "Track", "Pista" }
    contents_codec() -> &'static str { "Codec", "Códec" }
    contents_format() -> &'static str { "Format", "Formato" }
    contents_length() -> &'static str { "Length", "Duración" }
    contents_size() -> &'static str { "Size", "Tamaño" }
    contents_place() -> &'static str { "Where", "Dónde" }
    track_kind(kind: TrackKind) -> &'static str { track(kind) }
    removed_kind(kind: RemovedKind) -> &'static str { removed(kind) }
    upload_limit(size: &str) -> String {
        format!("A video may have {size} at most. With script it travels in pieces and goes on after an interruption."),
        format!("Un video puede tener {size} como máximo. Con script viaja por partes y sigue tras una interrupción.")
    }
    file_words_by() -> &'static str { "Captions or transcript by", "Subtítulos o transcripción de" }
}

/// A sentence within another.
pub(super) fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

const fn track(kind: TrackKind) -> Bilingual {
    match kind {
        TrackKind::Picture => both("Picture", "Imagen"),
        TrackKind::Sound => both("Sound", "Sonido"),
        TrackKind::Text => both("Subtitles or chapters", "Subtítulos o capítulos"),
        TrackKind::Timecode => both("Time code", "Código de tiempo"),
        TrackKind::Data => both("Data", "Datos"),
    }
}

const fn removed(kind: RemovedKind) -> Bilingual {
    match kind {
        RemovedKind::Track => both(
            "A track beside picture and sound",
            "Una pista además de imagen y sonido",
        ),
        RemovedKind::Metadata => both(
            "Data about the film, such as places, names, serial numbers, a cover",
            "Datos sobre el video, como lugares, nombres, números de serie o una portada",
        ),
        RemovedKind::Labels => both(
            "Days, and names of tracks and programs",
            "Fechas, y nombres de pistas y programas",
        ),
        RemovedKind::Messages => both(
            "Messages within the data of picture or sound, which nobody sees or hears",
            "Mensajes dentro de los datos de la imagen o del sonido, que nadie ve ni oye",
        ),
        RemovedKind::Unused => both(
            "Bytes of earlier or other footage that no track uses",
            "Bytes de imágenes anteriores o ajenas que ninguna pista usa",
        ),
        RemovedKind::Filling => both("Filling between parts", "Relleno entre partes"),
    }
}
