//! Movies as they are kept.

#[path = "movie.rs"]
mod draft;

pub use draft::*;

/// A movie of so many milliseconds whose picture holds these bytes, as it is kept: nothing has to be taken out of it.
pub fn of(ms: u32, bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let (sent, kept) = (folder.path().join("sent"), folder.path().join("kept"));
    std::fs::write(&sent, Draft::of(DraftTrack::picture(ms, bytes)).file()).expect("a file");
    let mut file = std::fs::File::create(&kept).expect("a file");
    let cleaned = records::media::mp4::clean(&sent, &mut file).expect("a disk");
    cleaned.expect("a movie");
    std::fs::read(&kept).expect("a file")
}
