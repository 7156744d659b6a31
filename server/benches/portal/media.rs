//! A released video of one gibibyte, and many who read parts of it at once.

use std::{
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::ToSpan as _;
use law::{
    profile::Profile,
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    request::ActKind,
};
use office::{
    Lang,
    desk::{CustodianDesk as _, LibraryDesk as _, PublicDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{ActForm, FileKind, FilingForm, NewFile, Publication, RecordingForm, SceneForm, StatusForm},
    permission::Custodian,
    views::{Role, Staff},
};
use records::{NewStaff, RecordsOffice, Setup};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::Outcome;
use movie::{Draft, DraftTrack, unit};

#[path = "../../records/tests/support/movie.rs"]
#[expect(dead_code, reason = "a bench needs few parts of it")]
mod movie;

/// The video's size.
pub const BYTES: u64 = 1 << 30;
/// What a reader asks for at once.
const RANGE: u64 = 1 << 20;

/// Releases a video into the library of a fresh database, by the use cases; its path on the portal and on the disk.
pub async fn release(home: &Path) -> Outcome<(String, PathBuf)> {
    let profile = Profile::built_in("kansas-city-mo").ok_or("no profile")?;
    let url = format!("sqlite://{}/daylight.db", home.display());
    let office = RecordsOffice::open(Setup::new(url, profile, home.join("secret.key"), "http://127.0.0.1")).await?;
    let kim = staff(&office, "kim", Role::Custodian).await?.custodian()?;
    let rhea = staff(&office, "rhea", Role::Reviewer).await?.reviewer()?;
    let recording = recording(&office, &kim).await?;
    let at = video(&office.incoming())?;
    let kept = office
        .keep_file(
            &kim,
            &recording,
            NewFile::of(FileKind::Copy, at.clone(), "video.mp4".into()),
        )
        .await?;
    std::fs::remove_file(at)?;
    let files = office.files(&kim, &recording).await?.ok_or("no files")?;
    let copy = files.copies.first().ok_or("no copy")?;
    office.approve(&rhea, &copy.id, &kept.sha256, copy.version).await?;
    let place = office.kept_file(&kim, &kept.sha256).await?.ok_or("no file")?;
    let number = files_request(&office, &kim, &recording).await?;
    office.release(&kim, &number, Vec::new()).await?;
    let requester = office::desk::Requester { number: number.clone() };
    let delivered = office.delivered(&requester).await?;
    let id = delivered.first().ok_or("nothing was delivered")?.id.clone();
    let publication = Publication {
        title: "A long afternoon".to_owned(),
        warning: "Nothing happens".to_owned(),
    };
    office.propose_publication(&kim, &number, &id, publication).await?;
    let view = office.release_view(&rhea, &number).await?.ok_or("no release")?;
    let waiting = view.publications.iter().find_map(|one| one.waiting.clone());
    let waiting = waiting.ok_or("nothing was proposed")?;
    office.approve_publication(&rhea, &number, &waiting.id).await?;
    office.close().await;
    Ok((format!("/library/{id}/video.mp4"), place))
}

async fn staff(office: &RecordsOffice, name: &str, role: Role) -> Outcome<Staff> {
    let new = NewStaff {
        name: name.to_owned(),
        email: format!("{name}@records.example"),
        role,
        password: "a long password for benchmarks".to_owned(),
    };
    Ok(office.add_staff(new).await?)
}

/// An open recording of half an hour, two days ago.
async fn recording(office: &RecordsOffice, kim: &Custodian) -> Outcome<String> {
    let day = office.today().checked_sub(2.days())?;
    let form = RecordingForm {
        source_id: "AX-1".to_owned(),
        camera: "body_worn".to_owned(),
        started_at: format!("{day}T14:00"),
        ended_at: format!("{day}T14:30"),
        location_kind: "public".to_owned(),
        ..RecordingForm::default()
    };
    let new = form
        .check(&office.recording_context())
        .map_err(|errors| format!("{errors:?}"))?;
    let id = office.register(kim, new).await?;
    let scene = SceneForm {
        scene: Scene {
            location: LocationKind::Public,
            crime_scene_of_deceased: false,
        },
        people_logged: true,
        version: 1,
    };
    office.judge(kim, &id, scene).await?;
    let open = StatusForm {
        change: StatusChange::Inactive {
            ground: InactiveGround::NotPursued,
            since: office.today(),
        },
        reason: "Not pursued".to_owned(),
        version: 2,
    };
    office.change_status(kim, &id, open).await?;
    Ok(id)
}

/// A request that the recording answers, taken up.
async fn files_request(office: &RecordsOffice, kim: &Custodian, recording: &str) -> Outcome<office::TrackingNumber> {
    let form = FilingForm {
        key: office.submission_key(),
        incident_date: office.today().to_string(),
        place: "Truman Road and Prospect Avenue".to_owned(),
        division: "central".to_owned(),
        ..FilingForm::default()
    };
    let filing = form
        .check(&office.filing_context(Lang::En))
        .map_err(|errors| format!("{errors:?}"))?;
    let number = office.file(filing).await?.number;
    office.link(kim, recording, &number).await?;
    for (version, kind) in [(1, ActKind::Acknowledge), (2, ActKind::RecordInactive)] {
        let form = ActForm {
            key: office.submission_key(),
            version: version.to_string(),
            ground: InactiveGround::NotPursued.key().to_owned(),
            since: office.today().to_string(),
            ..ActForm::default()
        };
        let act = form.check(kind).map_err(|errors| format!("{errors:?}"))?;
        office.act(kim, &number, act).await?;
    }
    Ok(number)
}

/// Size of one of its pictures, in bytes.
const PICTURE: u64 = 16 * 1024 * 1024;

/// An MP4 whose pictures are large holes: a disk that can keeps next to no byte of them.
fn video(folder: &Path) -> Outcome<PathBuf> {
    let number = u32::try_from(BYTES / PICTURE)?;
    let mut picture = DraftTrack::picture(1_800_000 / number, b"");
    picture.samples = vec![unit(5, &vec![0; usize::try_from(PICTURE)? - 5])];
    picture.times = number;
    let begins = picture.samples[0][..5].to_vec();
    let draft = Draft::of(picture);
    let inside = draft.head(0).len() as u64 + 16;
    std::fs::create_dir_all(folder)?;
    let at = folder.join("video");
    let mut file = std::fs::File::create(&at)?;
    file.write_all(&draft.head(inside))?;
    file.write_all(&[&[0, 0, 0, 1][..], b"mdat"].concat())?;
    let pictures = u64::from(number) * PICTURE;
    file.write_all(&(16 + pictures).to_be_bytes())?;
    for one in 0..u64::from(number) {
        file.seek(SeekFrom::Start(inside + one * PICTURE))?;
        file.write_all(&begins)?;
    }
    file.set_len(inside + pictures)?;
    Ok(at)
}

/// Megabytes a second of a plain read of the file, in the same ranges, by one reader.
pub fn plain_read(file: &Path, time: Duration) -> Outcome<f64> {
    let mut file = std::fs::File::open(file)?;
    let mut piece = vec![0; usize::try_from(RANGE)?];
    let (began, mut read, mut turn) = (Instant::now(), 0_u64, 0);
    while began.elapsed() < time {
        file.seek(SeekFrom::Start(place(turn)))?;
        file.read_exact(&mut piece)?;
        read += RANGE;
        turn += 1;
    }
    Ok(rate(read, began.elapsed()))
}

/// Where a turn's range begins: spread over the file, the same each time.
const fn place(turn: u64) -> u64 {
    turn.wrapping_mul(0x9E37_79B9_7F4A_7C15) % (BYTES / RANGE) * RANGE
}

#[expect(clippy::cast_precision_loss, reason = "a figure to be read")]
fn rate(bytes: u64, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// Megabytes a second of so many readers together, each asking for range after range.
pub async fn readers(address: &str, path: &str, number: u64, time: Duration) -> Outcome<f64> {
    let read = Arc::new(AtomicU64::new(0));
    let began = Instant::now();
    let mut all = Vec::new();
    for reader in 0..number {
        let (address, path, read) = (address.to_owned(), path.to_owned(), Arc::clone(&read));
        all.push(tokio::spawn(async move {
            let mut turn = reader * 1_000;
            let mut stream = TcpStream::connect(&address).await?;
            while began.elapsed() < time {
                range(&mut stream, &address, &path, place(turn)).await?;
                read.fetch_add(RANGE, Ordering::Relaxed);
                turn += 1;
            }
            std::io::Result::Ok(())
        }));
    }
    for reader in all {
        reader.await??;
    }
    Ok(rate(read.load(Ordering::Relaxed), began.elapsed()))
}

/// Reads one range; anything but 206 with all of it is an error.
async fn range(stream: &mut TcpStream, address: &str, path: &str, from: u64) -> std::io::Result<()> {
    let to = from + RANGE - 1;
    let ask = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nRange: bytes={from}-{to}\r\n\r\n");
    stream.write_all(ask.as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    if !head.starts_with(b"HTTP/1.1 206") {
        return Err(std::io::Error::other(String::from_utf8_lossy(&head).into_owned()));
    }
    let mut piece = vec![0; 1 << 16];
    let mut left = usize::try_from(RANGE).unwrap_or(0);
    while left > 0 {
        let most = left.min(piece.len());
        let bytes = stream.read(&mut piece[..most]).await?;
        if bytes == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        left -= bytes;
    }
    Ok(())
}
