//! Staff accounts: what administrators do with them, and everybody with their own.

use axum::{
    extract::{Path, State},
    response::Response,
};
use office::{
    Lang, OfficeResult, Refusal,
    forms::{AccountForm, OwnAccountForm, OwnAct},
    views::Staff,
};

use super::{answer, recordings::signed_in};
use crate::web::{form_post::FormPost, page::Page, state::AppState, submission::Once};

/// `/staff/accounts`: invites somebody; the next page shows the one-time link.
pub async fn invite(State(state): State<AppState>, FormPost { form, page }: FormPost<AccountForm>) -> Response {
    let once = Once::of(&state, &page, "/staff/accounts");
    let office = once.office();
    let invited = once.does(async {
        let by = signed_in(&page)?.administrator()?;
        let id = office.invite(&by, form.invited()?).await?;
        Ok(format!("/staff/accounts/{id}?done=1"))
    });
    let invited = invited.await;
    answer(page, form, invited).await
}

/// `/staff/accounts/{id}`: changes an account.
pub async fn account(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<AccountForm>,
) -> Response {
    let done = format!("/staff/accounts/{id}?done=1");
    let once = Once::of(&state, &page, &done).by_any_clock(true);
    let office = once.office();
    let changed = once.does(async {
        let by = signed_in(&page)?.administrator()?;
        let change = form.change()?.ok_or(Refusal::NotFound)?;
        office.change_account(&by, &id, change).await.map(|()| done.clone())
    });
    let changed = changed.await;
    answer(page, form, changed).await
}

/// `/staff/account`: one's own password, sessions and second factor. Recovery codes are shown on the answer itself, because
/// they are kept nowhere.
pub async fn own(State(state): State<AppState>, FormPost { mut form, page }: FormPost<OwnAccountForm>) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        perform(&state, &by, &form, page.lang()).await
    };
    let done = done.await;
    for secret in [&mut form.current, &mut form.password, &mut form.again, &mut form.code] {
        secret.clear();
    }
    match done {
        // It is only begun: the next page asks for the first code.
        Ok(None) if form.act == OwnAct::Begin.key() => page.redirect("/staff/account"),
        Ok(None) => page.redirect("/staff/account?done=1"),
        Ok(Some(codes)) => shown(page, codes, form).await,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn shown(page: Page, codes: Vec<String>, form: OwnAccountForm) -> Response {
    page.with(app::context::RecoveryCodes(codes), form).await
}

async fn perform(state: &AppState, by: &Staff, form: &OwnAccountForm, lang: Lang) -> OfficeResult<Option<Vec<String>>> {
    let (office, records) = (&state.office, &state.records);
    match OwnAct::parse(&form.act).ok_or(Refusal::NotFound)? {
        OwnAct::Password => office.change_password(by, &form.current, form.password()?).await?,
        OwnAct::SignOut => office.end_other_sessions(by).await?,
        OwnAct::Begin => records.begin_enrollment(by, &form.current).await?,
        OwnAct::Enroll => return Ok(Some(records.enroll(by, &form.code).await?)),
        OwnAct::Codes => return Ok(Some(records.make_recovery_codes(by).await?)),
        OwnAct::Remove => records.remove_own_factor(by).await?,
        OwnAct::MailOn => records.set_daily_mail(by, true, lang).await?,
        OwnAct::MailOff => records.set_daily_mail(by, false, lang).await?,
    }
    Ok(None)
}
