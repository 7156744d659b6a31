//! Taking away the files of footage that was lawfully deleted.

use law::redaction::Sha256;
use office::OfficeResult;

use crate::{
    RecordsOffice,
    fault::{Fault, Stored},
    store::{copies, rows},
};

/// Files that go in one transaction: whoever writes meanwhile waits for them.
const AT_ONCE: usize = 50;

impl RecordsOffice {
    /// Takes away originals, copies, captions and transcripts of footage that was deleted, once nothing keeps them; how many.
    /// What was decided before and not done, since the program ended, is done now.
    pub async fn remove_deleted(&self) -> OfficeResult<u64> {
        let now = self.now();
        let undecided = copies::undecided(&self.store).await?;
        for files in undecided.chunks(rows::MOST_IDS) {
            let files: Vec<&Sha256> = files.iter().collect();
            // Asked of the reader, which keeps nobody from writing.
            let kept = copies::kept(&mut *self.store.read().await?, &files, now.today).await?;
            let go: Vec<&Sha256> = files.into_iter().filter(|file| !kept.contains(file.as_str())).collect();
            if go.is_empty() {
                continue;
            }
            let mut tx = self.store.begin().await?;
            copies::decide_removal(&mut tx, &go, now.at).await?;
            tx.commit().await?;
        }
        let mut gone = 0;
        for files in copies::to_remove(&self.store).await?.chunks(AT_ONCE) {
            let files: Vec<&Sha256> = files.iter().collect();
            let mut tx = self.store.begin().await?;
            let go = copies::say_removed(&mut tx, &files, now.today, now.at).await?;
            gone += go.len() as u64;
            let kept = self.files.clone();
            let removed = tokio::task::spawn_blocking(move || -> Stored<()> {
                for sha256 in &go {
                    kept.remove(sha256).map_err(Fault::from)?;
                }
                Ok(())
            })
            .await;
            removed.map_err(Fault::from)??;
            tx.commit().await?;
        }
        Ok(gone)
    }
}
