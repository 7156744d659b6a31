//! Taking away the files of footage that was lawfully deleted.

use office::OfficeResult;

use crate::{RecordsOffice, fault::Fault, store::copies};

impl RecordsOffice {
    /// Takes away originals, copies, captions and transcripts of footage that was deleted, once nothing keeps them; how many.
    /// What was decided before and not done, since the program ended, is done now.
    pub async fn remove_deleted(&self) -> OfficeResult<u64> {
        let now = self.now();
        for sha256 in copies::undecided(&self.store).await? {
            if copies::is_kept(&self.store, &sha256, now.today).await? {
                continue;
            }
            let mut tx = self.store.begin().await?;
            copies::decide_removal(&mut tx, &sha256, now.at).await?;
            tx.commit().await?;
        }
        let mut gone = 0;
        for sha256 in copies::to_remove(&self.store).await? {
            let mut tx = self.store.begin().await?;
            if !copies::say_removed(&mut tx, &sha256, now.today, now.at).await? {
                tx.commit().await?;
                continue;
            }
            let files = self.files.clone();
            let removed = tokio::task::spawn_blocking(move || files.remove(&sha256)).await;
            removed.map_err(Fault::from)?.map_err(Fault::from)?;
            tx.commit().await?;
            gone += 1;
        }
        Ok(gone)
    }
}
