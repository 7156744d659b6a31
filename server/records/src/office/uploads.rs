//! Uploads in pieces: who began which, for what.

use office::{Answer, Refusal, forms::FileKind, views::Staff};

use super::{
    RecordsOffice,
    register::{must_work, new_id},
};
use crate::{
    fault::whole,
    store::{recordings, uploads, uploads::Upload},
};

impl RecordsOffice {
    /// Begins an upload of a file of a recording.
    ///
    /// # Errors
    /// When there is no such recording, or the account may not.
    pub async fn begin_upload(
        &self,
        by: &Staff,
        recording: &str,
        kind: FileKind,
        name: String,
        bytes: u64,
    ) -> Answer<Upload> {
        must_work(by)?;
        let upload = Upload {
            id: new_id(),
            staff_id: by.id.clone(),
            recording: recording.to_owned(),
            kind,
            name,
            bytes,
        };
        let office = self.clone();
        whole(async move {
            let mut tx = office.store.begin().await?;
            recordings::load(&mut tx, &upload.recording)
                .await?
                .ok_or(Refusal::NotFound)?;
            uploads::begin(&mut tx, &upload, office.now().at).await?;
            tx.commit().await?;
            Ok(upload)
        })
        .await
    }

    /// An upload, for who began it.
    ///
    /// # Errors
    /// When there is none, or it is somebody else's.
    pub async fn upload(&self, by: &Staff, id: &str) -> Answer<Upload> {
        let found = uploads::find(&self.store, id).await?;
        found.filter(|upload| upload.staff_id == by.id).ok_or(Refusal::NotFound)
    }

    /// Forgets an upload that has arrived.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn end_upload(&self, by: &Staff, id: &str) -> Answer<()> {
        let id = self.upload(by, id).await?.id;
        let office = self.clone();
        whole(async move {
            let mut tx = office.store.begin().await?;
            uploads::end(&mut tx, &id).await?;
            Ok(tx.commit().await?)
        })
        .await
    }
}
