//! `daylight demo`.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use demo::DemoError;
use records::RecordsOffice;

use super::Failure;
use crate::output::line;

/// Fills an empty database with fictional data, and prints who can sign in.
///
/// # Errors
/// When the database is not empty.
pub async fn demo(office: &RecordsOffice, requests: u32, seed: u64) -> Result<(), Failure> {
    let folder = std::env::temp_dir().join(format!("daylight-demo-{}", std::process::id()));
    let videos = videos(&folder);
    if videos.is_empty() {
        line("ffmpeg is not there or made no video: nothing is released in this fiction.")?;
    }
    let made = demo::fill(office, requests, seed, &videos).await;
    // Only copies of them are kept.
    let _ = std::fs::remove_dir_all(&folder);
    let made = made.map_err(|error: DemoError| Failure::from_error(error))?;
    line(format_args!(
        "{} fictional requests. Who can sign in at /staff/sign-in:",
        made.requests
    ))?;
    for (email, password) in made.accounts {
        line(format_args!("  {email}  {password}"))?;
    }
    Ok(())
}

/// Small real videos made by ffmpeg: a test picture and a tone; none where there is no ffmpeg.
fn videos(folder: &Path) -> Vec<PathBuf> {
    if std::fs::create_dir_all(folder).is_err() {
        return Vec::new();
    }
    let made = |(number, picture): (usize, &str)| {
        let path = folder.join(format!("{number}.mp4"));
        let run = Command::new("ffmpeg")
            .args(["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i"])
            .arg(format!("{picture}=size=320x180:rate=12:duration=36"))
            .args(["-f", "lavfi", "-i"])
            .arg(format!("sine=frequency={}:duration=36", 220 + 110 * number))
            .args([
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "34", "-pix_fmt", "yuv420p",
            ])
            .args([
                "-c:a",
                "aac",
                "-b:a",
                "48k",
                "-map_metadata",
                "-1",
                "-movflags",
                "+faststart",
                "-y",
            ])
            .arg(&path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        run.is_ok_and(|status| status.success()).then_some(path)
    };
    ["testsrc2", "smptehdbars", "testsrc"]
        .into_iter()
        .enumerate()
        .filter_map(made)
        .collect()
}
